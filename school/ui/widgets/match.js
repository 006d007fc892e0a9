// One open field at a time, its choices unfold under the row. A choice fills the field and opens the next; a filled
// field can be opened again. Mouse, touch and keyboard do the same; nothing has to be dragged.
const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}

// What a person laid, by widget: the server tells it only to a widget that is new, and a widget may be taken away and put back.
const held = new Map()

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".match")
  const left = Object.keys(data.left).join("|")
  if (root._state?.left !== left) root._state = { left, placed: { ...(held.get(data.id) ?? data.placed) }, open: undefined }
  const state = root._state
  const lefts = Object.keys(data.left)
  const nextEmpty = () => lefts.find((left) => !state.placed[left]) ?? null
  if (state.open === undefined) state.open = nextEmpty()

  const say = (text) => (root.querySelector(".said").textContent = text)
  const focus = (selector) => root.querySelector(selector)?.focus()

  const open = (left) => {
    state.open = state.open === left ? null : left
    draw()
    if (state.open) focus(".tile")
    else focus(`.slot[data-left="${left}"]`)
  }
  const place = (left, right) => {
    state.placed[left] = right
    state.open = nextEmpty()
    held.set(data.id, { ...state.placed })
    setStateValue("placed", { ...state.placed })
    draw()
    const done = lefts.filter((name) => state.placed[name]).length
    say(`${data.left[left]}: ${data.right[right]}. ${done} van ${lefts.length} gekozen`)
    focus(state.open ? ".tile" : `.slot[data-left="${left}"]`)
  }

  const choices = (left) => {
    const tray = element("div", "tray")
    tray.setAttribute("role", "group")
    tray.setAttribute("aria-label", `Kies wat hoort bij: ${data.left[left]}`)
    const used = new Set(lefts.filter((name) => name !== left).map((name) => state.placed[name]))
    for (const [right, text] of Object.entries(data.right)) {
      if (!data.often && used.has(right)) continue
      const tile = element("button", "tile", text)
      tile.type = "button"
      tile.dataset.right = right
      tile.setAttribute("aria-pressed", String(state.placed[left] === right))
      tile.onclick = () => place(left, right)
      tray.append(tile)
    }
    return tray
  }

  const draw = () => {
    const list = element("ol")
    list.setAttribute("aria-label", data.label)
    for (const left of lefts) {
      const isOpen = state.open === left
      const item = element("li", isOpen ? "on" : "")
      const row = element("div", "row")
      const slot = element("button", state.placed[left] ? "slot full" : "slot")
      slot.type = "button"
      slot.dataset.left = left
      slot.textContent = state.placed[left] ? data.right[state.placed[left]] : isOpen ? "Kies hieronder" : "Nog leeg"
      slot.setAttribute("aria-expanded", String(isOpen))
      slot.setAttribute("aria-label", `${data.left[left]}: ${state.placed[left] ? data.right[state.placed[left]] : "nog leeg"}`)
      slot.onclick = () => open(left)
      row.append(element("div", "what", data.left[left]), slot)
      item.append(row)
      if (isOpen) item.append(choices(left))
      list.append(item)
    }
    const said = root.querySelector(".said") ?? element("div", "said")
    said.setAttribute("role", "status")
    root.replaceChildren(list, said)
  }
  if (!root.querySelector("ol") || root._drawn !== left) { draw(); root._drawn = left }
}
