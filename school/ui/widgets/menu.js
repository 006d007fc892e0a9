// The way through the course: real links, so that they open in a new tab and have an address; a plain click stays in
// this visit. One element instead of one per link, because the menu is drawn at every rerun.
const icon = (inner) => `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="12" cy="12" r="9"/>${inner}</svg>`
const STATES = {
  done: [icon('<path d="M8 12.2l2.8 2.8 5.2-5.6"/>'), "klaar"],
  begun: [icon('<path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" stroke="none"/>'), "bezig"],
  open: [icon(""), "nog niet begonnen"],
}

function closeOnPhone() {
  if (window.innerWidth > 768) return
  document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click()
}

export default function ({ data, parentElement, setTriggerValue }) {
  window.schoolArrive(data.place)
  // After the connection was lost the server may have a new session for us, which knows no part of this page: without
  // one full run every answer on it would be dropped without a word.
  document.removeEventListener("school:back", window.__schoolBack)
  window.__schoolBack = () => setTriggerValue("go", "")
  document.addEventListener("school:back", window.__schoolBack)
  const root = parentElement.querySelector(".menu")
  const drawn = JSON.stringify([data.groups, data.current])
  if (root._drawn === drawn) return
  root._drawn = drawn
  const focused = root.getRootNode().activeElement?.dataset?.page
  const nav = document.createElement("nav")
  nav.setAttribute("aria-label", "Onderdelen van de cursus")
  for (const [title, links] of data.groups) {
    const head = document.createElement("p")
    const list = document.createElement("ul")
    head.textContent = title
    list.setAttribute("aria-label", title)
    for (const [page, href, name, state] of links) {
      const link = document.createElement("a")
      link.href = href
      link.dataset.page = page
      if (page === data.current) link.setAttribute("aria-current", "page")
      if (state) link.innerHTML = STATES[state][0]
      link.append(name)
      if (state) {
        const said = document.createElement("span")
        said.className = "said"
        said.textContent = `, ${STATES[state][1]}`
        link.append(said)
      }
      link.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return
        event.preventDefault()
        setTriggerValue("go", page)
        closeOnPhone()
      }
      const item = document.createElement("li")
      item.append(link)
      list.append(item)
    }
    nav.append(head, list)
  }
  root.replaceChildren(nav)
  if (focused) root.querySelector(`[data-page="${focused}"]`)?.focus()
}
