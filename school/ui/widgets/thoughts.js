// A child with its thoughts, each a button: the one that is open, and those for which a thought that helps was found.
// Which one is open comes from Python, so that the address, a reload and the button below all show the same.
const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}
const CHILD = `<svg viewBox="0 0 120 104" aria-hidden="true">
  <path class="ground" d="M14 100h92"/>
  <g class="trail"><circle cx="60" cy="8" r="5"/><circle cx="60" cy="22" r="3.5"/></g>
  <g class="child"><circle cx="60" cy="44" r="13"/><path d="M38 100c-2-34 6-42 22-42s24 8 22 42Z"/></g>
</svg>`

const button = (cls, state, text, pressed, pick) => {
  const made = element("button", cls, text)
  made.type = "button"
  made.dataset.state = state
  made.setAttribute("aria-pressed", String(pressed))
  made.onclick = () => pick(state)
  return made
}

function parts(data, pick) {
  const list = element("ol", "parts")
  const asked = data.thoughts.some(([id]) => id === data.open)
  list.setAttribute("aria-label", data.label)
  data.parts.forEach(([id, name], at) => {
    const item = element("li")
    item.append(button("part", id, `${at + 1}. ${name}`, id === data.open || (asked && at === 1), pick))
    list.append(item)
  })
  return list
}

function clouds(data, pick) {
  const list = element("ul", "clouds")
  list.setAttribute("aria-label", "Gedachten")
  data.thoughts.forEach(([id, text, helps]) => {
    const item = element("li")
    const cloud = button(helps ? "cloud calm" : "cloud", id, "", id === data.open, pick)
    if (helps) cloud.append(element("span", "was", text), element("span", "helps", helps))
    else cloud.append(element("span", "", text))
    if (helps) cloud.setAttribute("aria-label", `${text} Wat helpt: ${helps}`)
    item.append(cloud)
    list.append(item)
  })
  return list
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".thoughts")
  const key = JSON.stringify(data)
  if (root._key === key) return
  const beforeRoom = () => root.classList.toggle("hall", Boolean(root.getRootNode().host?.closest(".st-key-slide"))) // before a room all words are in ink
  beforeRoom()
  requestAnimationFrame(beforeRoom) // a widget may be drawn before it stands on the page
  const turned = root._open && root._open !== data.open
  root._key = key
  root._open = data.open
  const pick = (state) => setTriggerValue("picked", state)
  const at = root.getRootNode().activeElement
  const focused = at?.dataset?.state && (at.classList.contains("part") ? "part" : "cloud")
  const child = element("div", "figure")
  child.innerHTML = CHILD
  root.replaceChildren(parts(data, pick), ...(data.thoughts.length ? [clouds(data, pick), child] : []))
  // The button to the next thought stands below: what it opens is shown from its beginning.
  const above = turned && root.getBoundingClientRect().top < 0
  if (above) root.scrollIntoView({ block: "start" })
  if (above && !focused) root.querySelector('.cloud[aria-pressed="true"], .part[aria-pressed="true"]')?.focus({ preventScroll: true })
  if (focused) root.querySelector(`.${focused}[aria-pressed="true"]`)?.focus({ preventScroll: true })
}
