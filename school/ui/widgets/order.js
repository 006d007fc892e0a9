// A list put in order by two buttons a row: the same for mouse, touch and keyboard; nothing has to be dragged.
const UP = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 19V5M6 11l6-6 6 6"/></svg>'
const DOWN = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M12 5v14M6 13l6 6 6-6"/></svg>'

const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}

// What a person laid, by widget: the server tells it only to a widget that is new, and a widget may be taken away and put back.
const held = new Map()

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".order")
  const state = (root._state ??= { order: [...(held.get(data.id) ?? data.order)] })
  const same = state.order.length === data.order.length && state.order.every((id) => id in data.items)
  if (!same) state.order = [...data.order]

  const move = (from, to) => {
    const id = state.order[from]
    state.order.splice(to, 0, ...state.order.splice(from, 1))
    held.set(data.id, [...state.order])
    setStateValue("order", [...state.order])
    draw()
    const direction = to < from ? "up" : "down"
    const row = root.querySelector(`li[data-id="${id}"]`)
    const wanted = row.querySelector(`button[data-go=${direction}]`)
    ;(wanted.disabled ? row.querySelector("button:not(:disabled)") : wanted).focus()
    root.querySelector(".said").textContent = `${data.items[id]}: nu op plek ${to + 1} van ${state.order.length}`
  }

  const button = (id, at, go, to, icon, word) => {
    const made = element("button")
    made.type = "button"
    made.dataset.go = go
    made.innerHTML = icon
    made.setAttribute("aria-label", `${word}: ${data.items[id]}`)
    made.disabled = to < 0 || to >= state.order.length
    made.onclick = () => move(at, to)
    return made
  }

  const draw = () => {
    const list = element("ol")
    list.setAttribute("aria-label", data.label)
    state.order.forEach((id, at) => {
      const row = element("li")
      row.dataset.id = id
      const moves = element("div", "moves")
      moves.append(button(id, at, "up", at - 1, UP, "Omhoog"), button(id, at, "down", at + 1, DOWN, "Omlaag"))
      row.append(element("span", "place", String(at + 1)), element("span", "text", data.items[id]), moves)
      list.append(row)
    })
    const said = root.querySelector(".said") ?? element("div", "said")
    said.setAttribute("role", "status")
    root.replaceChildren(list, said)
  }
  if (!root.querySelector("ol") || !same) draw()
}
