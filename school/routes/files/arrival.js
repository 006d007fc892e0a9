// Somebody came to another place in the course: the page scrolls to the top and its heading gets the focus. Never at the
// first load. Streamlit draws the new heading in its own time, so we wait until it has finished its run.
(() => {
  "use strict";

  const PATIENCE = 120 // frames: two seconds
  let here, marked

  // A heading of the page before may still be there; ours stands beside the mark.
  const headingOf = (place) => document.querySelector(`[data-place="${place}"]`)?.parentElement.querySelector("h1, h2")

  function arrive(place) {
    const before = here
    here = place
    if (before === undefined || before === place) return
    let tries = 0
    const again = () => tries++ < PATIENCE && here === place && requestAnimationFrame(wait)
    const wait = () => {
      const state = document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state")
      const main = document.querySelector('[data-testid="stMain"]')
      const heading = headingOf(place) ?? main?.querySelector("h1, h2")
      if (state === "running" || !heading) return void again()
      main.scrollTo({ top: 0, behavior: "instant" })
      heading.tabIndex = -1
      heading.focus({ preventScroll: true })
      if (document.activeElement !== heading) again() // not shown yet: it cannot have the focus
    }
    requestAnimationFrame(wait)
  }

  // A page marks its place in its words, or else the menu names it. Marks of the page before may still stand there while
  // another is being drawn, so only a change counts.
  const seen = {}
  function changed(attribute) {
    const place = document.querySelector(`[data-${attribute}]`)?.dataset[attribute]
    if (place === seen[attribute]) return
    seen[attribute] = place
    if (place) arrive(place)
  }
  new MutationObserver(() => {
    changed("at")
    changed("place")
  }).observe(document, { childList: true, subtree: true, attributeFilter: ["data-at", "data-place"] })
})()
