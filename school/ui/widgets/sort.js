// Things, each to be laid in one of a few boxes: every box is a button, one press lays it down, another box moves it.
// Mouse, touch and keyboard do the same; nothing has to be dragged. What is said under a row belongs to the box it lay
// in when it was looked at, so it goes away when the row is moved.
const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}

const FITS = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path d="M8 12.5l3 3 5-6"/></svg>'
const AGAIN = '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M5 12a7 7 0 1 0 2.2-5.1L5 9"/><path d="M5 4v5h5"/></svg>'

function remark([fits, text]) {
  const said = element("p", fits ? "remark fits" : "remark again")
  said.innerHTML = fits ? FITS : AGAIN
  const words = element("span")
  words.append(element("strong", "", fits ? "Past. " : "Kijk nog eens. "), text)
  said.append(words)
  return said
}

// What a person laid, by widget: the server tells it only to a widget that is new, and a widget may be taken away and put back.
const held = new Map()

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".sort")
  const things = Object.keys(data.left)
  const left = things.join("|")
  if (root._state?.left !== left) root._state = { left, placed: { ...(held.get(data.id) ?? data.placed) } }
  const state = root._state

  const lay = (thing, box) => {
    state.placed[thing] = box
    held.set(data.id, { ...state.placed })
    setStateValue("placed", { ...state.placed })
    mark()
    const done = things.filter((name) => state.placed[name]).length
    root.querySelector(".said").textContent = `${data.left[thing]}: ${data.right[box]}. ${done} van ${things.length} gelegd`
  }

  const row = (thing) => {
    const item = element("li")
    item.dataset.thing = thing
    const boxes = element("div", "boxes")
    boxes.setAttribute("role", "group")
    boxes.setAttribute("aria-label", data.left[thing])
    for (const [box, name] of Object.entries(data.right)) {
      const button = element("button", "box", name)
      button.type = "button"
      button.dataset.box = box
      button.onclick = () => lay(thing, box)
      boxes.append(button)
    }
    item.append(element("div", "what", data.left[thing]), boxes)
    return item
  }

  const mark = () => {
    for (const item of root.querySelectorAll("li")) {
      const thing = item.dataset.thing
      const laid = state.placed[thing]
      for (const button of item.querySelectorAll(".box")) button.setAttribute("aria-pressed", String(button.dataset.box === laid))
      const looked = data.remarks[thing]
      const shown = looked && looked[0] === laid ? looked : null
      item.querySelector(".remark")?.remove()
      item.classList.toggle("fits", Boolean(shown?.[1]))
      item.classList.toggle("again", Boolean(shown) && !shown[1])
      if (shown) item.append(remark(shown.slice(1)))
    }
  }

  if (root._drawn !== left) {
    const list = element("ol")
    list.setAttribute("aria-label", data.label)
    list.append(...things.map(row))
    const said = element("div", "said")
    said.setAttribute("role", "status")
    root.replaceChildren(list, said)
    root._drawn = left
  }
  mark()
}
