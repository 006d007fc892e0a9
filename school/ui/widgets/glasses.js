// The same signals, read through the glasses that are on. Which pair that is comes from Python, so that the address, a
// reload and the button below all show the same. Beside each signal a mark for every pair through which it was seen to fit.
const BARE = "zonder-bril"
const TOGETHER = "naast-elkaar"

const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}
const picture = (cls, view, inside) => {
  const made = element("span", cls)
  made.innerHTML = `<svg viewBox="${view}" aria-hidden="true">${inside}</svg>`
  return made
}
const FRAME = '<path d="M20 12c3-4 9-4 12 0M2 11l3-2M50 11l-3-2"/><circle class="lens" cx="12" cy="14" r="8.5"/><circle class="lens" cx="40" cy="14" r="8.5"/>'
const PEOPLE = '<g class="child"><circle cx="36" cy="26" r="8"/><path d="M22 60c-1-20 4-26 14-26s15 6 14 26Z"/></g><g class="adult"><circle cx="104" cy="19" r="9"/><path d="M88 60c-2-26 4-32 16-32s18 6 16 32Z"/></g>'
const WORN = '<g class="worn"><circle class="lens" cx="36" cy="38" r="30"/><circle class="lens" cx="104" cy="38" r="30"/><path d="M65 31c3-4 7-4 10 0M6 34l-4-6M134 34l4-6"/></g>'
const GROUND = '<path class="ground" d="M8 61h124"/>'

function rack(data, pick) {
  const list = element("ol", "rack")
  list.setAttribute("aria-label", `${data.label}: kies een bril`)
  Object.entries(data.names).forEach(([id, name], at) => {
    const item = element("li")
    const button = element("button", `pair tint-${at}${data.seen.includes(id) ? " seen" : ""}`)
    button.type = "button"
    button.dataset.state = id
    button.setAttribute("aria-pressed", String(id === data.open))
    const drawn = id === BARE ? '<path d="M4 14c10-12 34-12 44 0-10 12-34 12-44 0Z"/><circle class="eye" cx="26" cy="14" r="5"/>' : FRAME
    button.append(picture(id === TOGETHER ? "icon all" : "icon", "0 0 52 28", drawn), element("span", "name", name))
    button.onclick = () => pick(id)
    item.append(button)
    list.append(item)
  })
  return list
}

function marks(data, pairs) {
  const line = element("span", "marks")
  line.setAttribute("aria-hidden", "true")
  pairs.forEach((id, at) => line.append(element("i", data.open === TOGETHER || data.seen.includes(id) || id === data.open ? `on tint-${at + 1}` : "")))
  return line
}

function signals(data, pairs) {
  const list = element("ol", "signals")
  list.setAttribute("aria-label", data.open === BARE ? "De signalen" : `De signalen: ${data.names[data.open].toLowerCase()}`)
  for (const [text, read] of data.signals) {
    const item = element("li")
    if (read.length > 1) item.append(across(data, pairs, text, read))
    else {
      const head = element("p", "signal")
      head.append(element("span", "", text), marks(data, pairs))
      item.append(head, ...read.map((sentence) => element("p", "read", sentence)))
    }
    list.append(item)
  }
  return list
}

function across(data, pairs, text, read) {
  const box = element("details")
  const head = element("summary", "signal")
  const all = element("ul")
  head.append(element("span", "", text), marks(data, pairs))
  read.forEach((sentence, at) => {
    const item = element("li", `tint-${at + 1}`)
    item.append(element("strong", "", `${data.names[pairs[at]]}. `), sentence)
    all.append(item)
  })
  box.append(head, all)
  return box
}

function lookedAt(data, pairs) {
  const seen = pairs.filter((id) => data.seen.includes(id) || id === data.open).length
  if (data.open === TOGETHER) return `${data.signals.length} signalen, ${pairs.length} brillen: alles past. Open een signaal om te lezen wat elke bril ervan maakt.`
  if (data.open === BARE) return seen ? `Je hebt ${seen} van de ${pairs.length} brillen opgehad.` : "Kies een bril."
  return `Alle ${data.signals.length} signalen passen door deze bril. Je hebt er ${seen} van de ${pairs.length} opgehad.`
}

function seenThrough(data, pairs) {
  const wearing = pairs.includes(data.open)
  const panel = element("div", `panel tint-${pairs.indexOf(data.open) + 1}`)
  const head = element("div", "head")
  const words = element("div")
  words.append(element("p", "look", wearing ? data.look : data.open === BARE ? "Dit zie je: alleen gedrag." : "Hetzelfde kind, door elke bril."))
  words.append(element("p", wearing ? "count tally" : "count", lookedAt(data, pairs)))
  head.append(picture("sight", "0 0 140 70", wearing ? PEOPLE + WORN : PEOPLE + GROUND), words)
  panel.append(head, signals(data, pairs))
  return panel
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".glasses")
  const key = JSON.stringify(data)
  if (root._key === key) return
  const beforeRoom = () => root.classList.toggle("hall", Boolean(root.getRootNode().host?.closest(".st-key-slide"))) // before a room all words are in ink
  beforeRoom()
  requestAnimationFrame(beforeRoom) // a widget may be drawn before it stands on the page
  root.classList.toggle("narrow", data.open === TOGETHER)
  const pairs = Object.keys(data.names).filter((id) => id !== BARE && id !== TOGETHER)
  const focused = root.getRootNode().activeElement?.dataset.state
  const turned = root._open && root._open !== data.open
  const said = root.querySelector(".said") ?? element("p", "said")
  root._key = key
  root._open = data.open
  said.setAttribute("role", "status")
  root.replaceChildren(rack(data, (id) => setTriggerValue("picked", id)), seenThrough(data, pairs), said)
  if (turned) said.textContent = `${data.names[data.open]}. ${lookedAt(data, pairs)}`
  // The button to the next pair stands below the list: what it opens is shown from its beginning.
  const above = turned && root.getBoundingClientRect().top < 0
  if (above) root.scrollIntoView({ block: "start" })
  if (focused || above) root.querySelector(`[data-state="${data.open}"]`)?.focus({ preventScroll: true })
}
