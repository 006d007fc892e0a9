// Moments to find a place for on a drawing: one at a time above it, its places as buttons on it, and below what was placed.
// One press places a moment and the next one comes. Each is told to the server, which keeps it.
const drawings = (window.__schoolDrawings ??= new Map())
const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}
const button = (cls) => Object.assign(element("button", cls), { type: "button" })

async function paint(picture, address) {
  if (!drawings.has(address)) drawings.set(address, fetch(address).then((answer) => (answer.ok ? answer.text() : "")))
  picture.innerHTML = await drawings.get(address)
  picture.querySelector("svg")?.setAttribute("aria-hidden", "true")
}

// What a person laid, by widget: the server tells it only to a widget that is new, and a widget may be taken away and put back.
const held = new Map()
// Before a room nothing is kept: what lies there goes with its slide.
const inRoom = (root) => Boolean(root.getRootNode().host?.closest(".st-key-slide"))

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".moments")
  const names = data.moments.map(([name]) => name)
  const words = Object.fromEntries(data.moments)
  const title = Object.fromEntries(data.places.map(([id, name]) => [id, name]))
  const state = (root._state ??= { placed: { ...(held.get(data.id) ?? data.lies) }, open: undefined })
  const next = () => names.find((name) => !state.placed[name]) ?? null
  if (state.open === undefined) state.open = next()

  const keep = () => {
    if (!inRoom(root)) held.set(data.id, { ...state.placed })
    setStateValue("placed", { ...state.placed })
  }
  const told = (name) =>
    name ? `Moment ${names.indexOf(name) + 1} van ${names.length}. ${words[name]}` : "Alle momenten hebben een plek."
  const place = (id) => {
    if (!state.open) return
    state.placed[state.open] = id
    state.open = next()
    update()
    root.querySelector(".said").textContent = `${title[id]}. ${told(state.open)}`
    keep()
  }
  const judged = (name) => state.placed[name] && data.said?.[name]?.[0] === state.placed[name]

  const build = () => {
    const now = element("div", "now")
    now.append(element("span", "k"), element("b"))
    const map = element("div", "map")
    const picture = element("div", "picture")
    const places = element("ol", "places")
    places.setAttribute("aria-label", "Plekken op de wandeling")
    data.places.forEach(([id, name, x, y, side], at) => {
      const item = element("li")
      const spot = button(`spot ${side}`)
      spot.dataset.place = id
      Object.assign(spot.style, { left: `${x}%`, top: `${y}%` })
      spot.style.setProperty("--room", (side === "left" ? x : 100 - x) / 100) // of the map, for the title beside the number
      const number = element("span", "number", String(at + 1))
      number.setAttribute("aria-hidden", "true")
      spot.append(number, element("span", "title", name))
      spot.onclick = () => place(id)
      item.append(spot)
      places.append(item)
    })
    map.append(picture, places)
    const list = element("ol", "laid")
    list.setAttribute("aria-label", data.label)
    for (const name of names) {
      const item = element("li")
      const again = button("moment")
      again.dataset.moment = name
      again.append(element("span", "k"), element("span", "words", words[name]))
      again.onclick = () => {
        state.open = name
        update()
        root.querySelector(".said").textContent = told(name)
        root.querySelector(`.spot[data-place="${state.placed[name] ?? data.places[0][0]}"]`).focus()
      }
      item.append(again, element("p", "about"))
      list.append(item)
    }
    const said = element("div", "said")
    said.setAttribute("role", "status")
    const board = element("div", "board")
    board.append(now, map, list)
    root.replaceChildren(board, said)
    paint(picture, data.drawing)
  }
  const update = () => {
    const at = names.indexOf(state.open)
    root.querySelector(".now .k").textContent = state.open ? `Moment ${at + 1} van ${names.length} · kies een plek` : "Klaar om na te kijken"
    root.querySelector(".now b").textContent = state.open
      ? words[state.open]
      : "Alle momenten hebben een plek. Kies er een om het te verplaatsen."
    for (const spot of root.querySelectorAll(".spot")) {
      const here = names.flatMap((name, nth) => (state.placed[name] === spot.dataset.place ? [nth + 1] : []))
      spot.querySelector(".title").textContent = title[spot.dataset.place] + (here.length ? ` (${here.join(", ")})` : "")
      spot.setAttribute("aria-pressed", String(Boolean(state.open) && state.placed[state.open] === spot.dataset.place))
      spot.classList.toggle("used", here.length > 0)
    }
    root.querySelector(".laid").hidden = !names.some((name) => state.placed[name])
    names.forEach((name, nth) => {
      const again = root.querySelector(`.moment[data-moment="${name}"]`)
      const where = state.placed[name] ? title[state.placed[name]] : "nog geen plek"
      const [fits, about] = judged(name) ? data.said[name].slice(1) : [null, ""]
      const mark = fits === null ? "" : fits ? " · past" : " · kijk nog eens"
      again.querySelector(".k").textContent = `${nth + 1} · ${where}${mark}`
      again.className = `moment ${fits === null ? "" : fits ? "fits" : "look"}`
      again.parentElement.hidden = !state.placed[name]
      again.setAttribute("aria-current", String(name === state.open))
      again.nextSibling.textContent = about
      again.nextSibling.className = `about ${fits === null ? "" : fits ? "fits" : "look"}`
    })
  }
  if (!root.firstChild) build()
  update()
}
