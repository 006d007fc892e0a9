// A balance that tilts with what lies on it. One card at a time, three places to lay it; a card that was laid can be
// taken up again. Mouse, touch and keyboard do the same; nothing has to be dragged. The drawing says in words what it shows.
const NEITHER = "op-zichzelf-niets"
const PLATES = { risico: 62, bescherming: 298 }
const ARM = 118
const SIZE = 24
const IN_A_ROW = 4

const PICTURE = `<svg viewBox="0 24 360 172" aria-hidden="true">
  <g class="ground"><path d="M8 188h344"/></g>
  <g class="beside"></g>
  <g class="stand"><path d="M180 122v58"/><path d="M152 188c4-9 14-12 28-12s24 3 28 12Z"/></g>
  <g class="adult"><circle cx="237" cy="150" r="8"/><path d="M224 188c-2-17 2-27 13-27s15 10 13 27Z"/></g>
  <g class="child"><circle cx="124" cy="158" r="6.5"/><path d="M114 188c-1-13 2.5-21 10-21s11 8 10 21Z"/></g>
  <g class="beam"><path d="M62 118h236"/><circle cx="180" cy="118" r="7"/></g>
  <g class="pan risico"><path class="plate" d="M10 102h104"/><path d="M62 104v14"/><g class="weights"></g></g>
  <g class="pan bescherming"><path class="plate" d="M246 102h104"/><path d="M298 104v14"/><g class="weights"></g></g>
</svg>`

const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}

const weight = (x, y, number, news) => {
  const words = number ? `<text x="${x + SIZE / 2}" y="${y + 17}">${number}</text>` : ""
  return `<g class="weight${news ? " news" : ""}"><rect x="${x}" y="${y}" width="${SIZE}" height="${SIZE}" rx="5"/>${words}</g>`
}

// On a plate: rows of four, each in the middle of the plate, the first row below.
const stacked = (side, numbers, news) =>
  numbers.map((number, place) => {
    const row = Math.floor(place / IN_A_ROW)
    const wide = Math.min(numbers.length - row * IN_A_ROW, IN_A_ROW) * (SIZE + 2) - 2
    return weight(PLATES[side] - wide / 2 + (place % IN_A_ROW) * (SIZE + 2), 101 - SIZE - row * (SIZE + 2), number, number && number === news)
  })

// On the ground: to the left and to the right of the balance in turn, out of the way of both plates.
const beside = (numbers, news) =>
  numbers.map((number, place) => {
    const step = 12 + Math.floor(place / 2) * (SIZE + 2)
    return weight(place % 2 ? 360 - step - SIZE : step, 187 - SIZE, number, number === news)
  })

function tilted(difference, words) {
  const size = Math.abs(difference)
  if (!size) return "De weegschaal is in evenwicht."
  if (size === 1) return "De weegschaal hangt bijna recht."
  return `De weegschaal ${size < 4 ? "helt" : "slaat door"} naar de kant van ${words[difference > 0 ? 0 : 1]}.`
}

function weigh(root, tilts, left, right, other, news) {
  const difference = left.length - right.length
  const angle = Math.sign(difference) * tilts[Math.min(Math.abs(difference), tilts.length - 1)]
  const drop = ARM * Math.sin((angle * Math.PI) / 180)
  const svg = root.querySelector("svg")
  svg.style.setProperty("--turn", `${-angle}deg`)
  svg.style.setProperty("--drop", `${drop}px`)
  for (const [side, on] of [["risico", left], ["bescherming", right]])
    svg.querySelector(`.${side} .weights`).innerHTML = stacked(side, on, news).join("")
  svg.querySelector(".beside").innerHTML = beside(other, news).join("")
  const said = tilted(difference, ["het risico", "de bescherming"])
  const line = root.querySelector(".tilt")
  if (line.textContent !== said) line.textContent = said
}

function stage(root, data, pick) {
  const nav = element("ol", "states")
  nav.setAttribute("aria-label", data.label)
  for (const [id, title] of data.states.length > 1 ? data.states : []) {
    const item = element("li")
    const button = element("button", "state", title)
    button.type = "button"
    button.dataset.state = id
    button.onclick = () => pick(id)
    item.append(button)
    nav.append(item)
  }
  const picture = element("div", "picture")
  picture.innerHTML = PICTURE
  const names = element("div", "names")
  names.append(element("span", "", "Risico"), element("span", "", "Bescherming"))
  const line = element("p", "tilt")
  line.setAttribute("role", "status")
  root.replaceChildren(...(nav.firstChild ? [nav] : []), picture, names, line, element("div", "desk"))
}

function deal(root, data, state, change) {
  const { cards, sides } = data
  const at = cards.findIndex(([id]) => id === state.open)
  const desk = element("div", "desk")
  if (at >= 0) {
    const [id, text, level] = cards[at]
    const card = element("div", "card")
    const tray = element("div", "tray")
    card.append(element("p", "count", `Kaartje ${at + 1} van ${cards.length} · ${level}`), element("p", "what", text))
    tray.setAttribute("role", "group")
    tray.setAttribute("aria-label", `Kaartje ${at + 1} van ${cards.length}, ${level}: ${text}. Waar hoort dit?`)
    for (const [side, name] of Object.entries(sides)) {
      const tile = element("button", `tile ${side}`, name)
      tile.type = "button"
      tile.dataset.right = side
      tile.setAttribute("aria-pressed", String(state.placed[id] === side))
      tile.onclick = () => change(id, side)
      tray.append(tile)
    }
    card.append(tray)
    desk.append(card)
  }
  desk.append(...laid(data, state, (id) => change(id, null)))
  root.querySelector(".desk").replaceWith(desk)
}

function laid(data, state, take) {
  const lists = new Map()
  data.cards.forEach(([id, text, level, before, fits, feedback], at) => {
    const side = state.placed[id]
    if (!side || id === state.open) return
    const item = element("li")
    const row = element("button", `slot ${side}`)
    row.type = "button"
    row.dataset.left = id
    const where = element("span", "side", data.sides[side])
    if (before === side) where.append(element("span", "verdict", fits ? " · past" : " · kijk nog eens")) // before a room
    row.append(element("span", "number", String(at + 1)), element("span", "text", text), where)
    row.setAttribute("aria-label", `${text}: ${data.sides[side]}. Pak dit kaartje terug`)
    row.onclick = () => take(id)
    item.append(row)
    if (before === side) item.append(remark(fits, feedback))
    if (!lists.has(level)) lists.set(level, element("ol", "laid"))
    lists.get(level).append(item)
  })
  return [...lists].flatMap(([level, list]) => {
    list.setAttribute("aria-label", level)
    return [element("p", "level", level), list]
  })
}

function remark(fits, feedback) {
  const said = element("p", fits ? "remark fits" : "remark")
  said.append(element("strong", "", fits ? "Past. " : "Kijk nog eens. "), feedback)
  return said
}

function showStates(root, data) {
  for (const [id, , seen] of data.states) {
    const button = root.querySelector(`[data-state="${id}"]`)
    button?.classList.toggle("seen", seen)
    button?.setAttribute("aria-pressed", String(id === data.open))
  }
}

// What a person laid, by widget: the server tells it only to a widget that is new, and a widget may be taken away and put back.
const held = new Map()
// Before a room nothing is kept: what lies there goes with its slide.
const inRoom = (root) => Boolean(root.getRootNode().host?.closest(".st-key-slide"))

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".balance")
  const drawn = JSON.stringify([data.open, data.cards, data.states])
  if (root._now === drawn) return
  const beforeRoom = () => root.classList.toggle("hall", inRoom(root)) // before a room all words are in ink
  beforeRoom()
  requestAnimationFrame(beforeRoom) // a widget may be drawn before it stands on the page
  const turned = root._open && root._open !== data.open
  if (root._open !== data.open) root._state = null
  root._now = drawn
  root._open = data.open
  if (!root.querySelector(".picture")) stage(root, data, (id) => setTriggerValue("picked", id))
  root.classList.toggle("carded", Boolean(data.cards))
  showStates(root, data)
  if (data.pile) {
    weigh(root, data.tilts, ...data.pile.map((count) => Array(count).fill("")), [], "")
    // The button to the next picture stands below: what it opens is shown from its beginning.
    if (turned && root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: "start" })
    return
  }
  const state = (root._state ??= { placed: { ...(held.get(data.id) ?? data.placed) }, open: undefined })
  const ids = data.cards.map(([id]) => id)
  const draw = (news) => {
    const on = (side) => ids.flatMap((id, at) => (state.placed[id] === side ? [String(at + 1)] : []))
    weigh(root, data.tilts, on("risico"), on("bescherming"), on(NEITHER), news)
    deal(root, data, state, change)
  }
  const change = (id, side) => {
    if (side) state.placed[id] = side
    state.open = side ? (ids.find((name) => !state.placed[name]) ?? null) : id
    if (side && !inRoom(root)) held.set(data.id, { ...state.placed })
    if (side) setStateValue("placed", { ...state.placed })
    draw(side ? String(ids.indexOf(id) + 1) : "")
    root.querySelector(state.open ? ".tile" : `.slot[data-left="${id}"]`)?.focus()
  }
  if (state.open === undefined) state.open = ids.find((id) => !state.placed[id]) ?? null
  draw("")
}
