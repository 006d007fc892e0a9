// A list of places as a path: real links with what is done, what is under way and what is still to come.
const TICK = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M6 12.5l4 4 8-9"/></svg>'

const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".path")
  const drawn = JSON.stringify(data)
  if (root._drawn === drawn) return
  root._drawn = drawn
  const list = element("ol")
  list.setAttribute("aria-label", data.label)
  data.items.forEach(([id, href, name, note, extra, state], at) => {
    const item = element("li", state)
    const rod = element("span", "rod")
    rod.setAttribute("aria-hidden", "true")
    const piece = (cls) => element("i", data.line ? cls : "none")
    const before = data.items[at - 1]
    rod.append(piece(at === 0 ? "none" : before[5] === "done" ? "past" : ""))
    const node = element("b", "", state === "done" ? "" : String(at + 1))
    if (state === "done") node.innerHTML = TICK
    rod.append(node, piece(at === data.items.length - 1 ? "none" : state === "done" ? "past" : ""))
    const link = element("a")
    link.href = href
    const words = element("span", "note", note)
    if (extra) words.append(" · ", element("em", "", extra))
    link.append(element("span", "name", name), words)
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return
      event.preventDefault()
      setTriggerValue("go", id)
    }
    item.append(rod, link)
    list.append(item)
  })
  root.replaceChildren(list)
}
