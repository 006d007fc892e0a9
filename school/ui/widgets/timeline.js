// Stages on a line, as real buttons. Which one is open comes from Python, so that the address, a reload and the button
// below the text all show the same. Who went on by that button is brought back to the line, with the focus on its stage.
const drawings = (window.__schoolDrawings ??= new Map())

const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}

async function picture(place, address, show) {
  if (place.dataset.address === address) return show()
  place.dataset.address = address
  if (!drawings.has(address)) drawings.set(address, fetch(address).then((answer) => (answer.ok ? answer.text() : "")))
  place.innerHTML = await drawings.get(address)
  place.querySelector("svg")?.setAttribute("aria-hidden", "true")
  show()
}

function lines(root, data) {
  const names = element("div", "lines")
  names.setAttribute("role", "group")
  names.setAttribute("aria-label", data.choose)
  for (const [state, title] of data.lines) {
    const button = element("button", "line", title)
    button.type = "button"
    button.dataset.state = state
    names.append(button)
  }
  root.append(names)
}

function build(root, data) {
  root.replaceChildren()
  if (data.lines.length) lines(root, data)
  if (data.drawing) root.append(element("div", "picture"))
  const list = element("ol")
  list.setAttribute("aria-label", data.label)
  data.stops.forEach(([state, title, when], at) => {
    const item = element("li")
    const stop = element("button", "stop")
    const words = element("span", "words")
    const number = element("span", "number", String(at + 1))
    number.setAttribute("aria-hidden", "true")
    words.append(element("span", "title", title))
    if (when) words.append(element("span", "when", when))
    stop.type = "button"
    stop.dataset.state = state
    stop.append(number, words)
    item.append(stop)
    list.append(item)
  })
  list.style.setProperty("--stops", data.stops.length)
  list.classList.toggle("many", data.stops.length > 5)
  const said = element("div", "said")
  said.setAttribute("role", "status")
  root.append(list, said)
}

function mark(root, data) {
  for (const button of root.querySelectorAll(".line")) button.setAttribute("aria-pressed", String(button.dataset.state === data.line))
  const reached = (stop) => stop !== undefined && (stop.dataset.state === data.open || data.seen.includes(stop.dataset.state))
  const stops = [...root.querySelectorAll(".stop")]
  stops.forEach((stop, at) => {
    const open = stop.dataset.state === data.open
    if (open) stop.setAttribute("aria-current", "step")
    else stop.removeAttribute("aria-current")
    stop.parentElement.classList.toggle("open", open)
    stop.parentElement.classList.toggle("seen", reached(stop))
    stop.parentElement.classList.toggle("passed", reached(stop) && reached(stops[at + 1]))
  })
  for (const part of root.querySelectorAll("[data-stage]")) part.classList.toggle("away", part.dataset.stage !== data.open && data.staged)
}

function bringBack(root, data) {
  const stop = root.querySelector('[aria-current="step"]')
  stop?.focus({ preventScroll: true })
  const box = root.getBoundingClientRect()
  if (box.top < 60 || box.top > window.innerHeight * 0.6) root.scrollIntoView({ block: "start" })
  root.querySelector(".said").textContent = data.said
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".timeline")
  const shape = JSON.stringify([data.stops, data.lines, data.drawing])
  if (root._shape !== shape) build(root, data)
  mark(root, data)
  if (data.drawing) {
    const place = root.querySelector(".picture")
    picture(place, data.drawing, () => {
      data.staged = Boolean(place.querySelector(`[data-stage="${data.open}"]`))
      mark(root, data)
    })
  }
  for (const button of root.querySelectorAll("button")) {
    button.onclick = () => {
      root._pressed = button.dataset.state
      setTriggerValue("picked", button.dataset.state)
    }
  }
  if (root._open !== undefined && root._open !== data.open) {
    if (root._pressed === data.open) root.querySelector(".said").textContent = data.said
    else bringBack(root, data)
  }
  root._pressed = undefined
  root._shape = shape
  root._open = data.open
}
