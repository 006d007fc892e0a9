// What makes a page scroll sideways: nothing, or the elements that stick out, also inside our own widgets.
() => {
  const main = document.querySelector("[data-testid=stMain]") ?? document.scrollingElement
  const page = document.scrollingElement
  if (main.scrollWidth <= main.clientWidth + 1 && page.scrollWidth <= innerWidth + 1) return []
  const scrolls = (at) => at && at !== main && at !== page && (/auto|scroll|hidden/.test(getComputedStyle(at).overflowX) || scrolls(at.parentElement))
  const every = (root) => [...root.querySelectorAll("*")].flatMap((at) => (at.shadowRoot ? [at, ...every(at.shadowRoot)] : [at]))
  const out = every(main).filter((at) => at.getBoundingClientRect().right > innerWidth + 1 && !scrolls(at.parentElement))
  return [`${main.scrollWidth} in ${main.clientWidth}`, ...out.slice(0, 2).map((at) => at.outerHTML.slice(0, 120))]
}
