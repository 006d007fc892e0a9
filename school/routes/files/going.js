// A plain click on a link in our lists of places stays in this visit: the address changes, and Streamlit draws what is there
// now, as it does after 'back'. Everything else about these links is the browser's own.
(() => {
  "use strict"

  const OURS = ".school-menu a, .school-path a, .school-steps a, .school-places a"

  const drawn = () => window.dispatchEvent(new PopStateEvent("popstate"))
  const connected = () => document.documentElement.dataset.connection !== "off"

  function closeMenuOnPhone() {
    if (window.innerWidth <= 768) document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click()
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(OURS)
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (!connected()) return // the line at the bottom says why nothing happens
    if (link.closest(".school-menu")) closeMenuOnPhone()
    link.closest("details")?.removeAttribute("open")
    if (link.href !== location.href) history.pushState({}, "", link.href)
    drawn()
  })

  // After the connection was lost the server may have a new session for us, which knows no part of this page: without
  // one full run every answer on it would be dropped without a word. A big screen does this in its own way.
  document.addEventListener("school:back", () => document.querySelector(".school-menu") && drawn())

  // A chart takes its colours when it is made. When evening comes and the device turns dark, it is made anew; Streamlit first has to
  // know of the other theme.
  const THEME_IS_KNOWN = 300 // milliseconds
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    setTimeout(() => document.querySelector(".js-plotly-plot") && document.dispatchEvent(new Event("school:back")), THEME_IS_KNOWN))
})()
