// Places on a drawing, as real buttons laid over it: 44 px to hit at any width. Which place is open comes from Python,
// so that the address, a reload and the button below the text all show the same. What the drawing marks with
// `data-plek` is there at that place only, and what it marks `alleen` when there is no adult; elsewhere it is a shade.
const drawings = (window.__schoolDrawings ??= new Map())

async function draw(picture, address) {
  if (picture.dataset.address === address) return
  picture.dataset.address = address
  if (!drawings.has(address)) drawings.set(address, fetch(address).then((answer) => (answer.ok ? answer.text() : "")))
  picture.innerHTML = await drawings.get(address)
  picture.querySelector("svg")?.setAttribute("aria-hidden", "true")
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".walk")
  if (!root.firstChild) {
    const picture = document.createElement("div")
    const list = document.createElement("ol")
    picture.className = "picture"
    list.setAttribute("aria-label", data.label)
    data.places.forEach(([id, title, x, y, side], at) => {
      const item = document.createElement("li")
      const spot = document.createElement("button")
      const number = document.createElement("span")
      const name = document.createElement("span")
      spot.type = "button"
      spot.dataset.id = id
      spot.className = `spot ${side}`
      spot.style.left = `${x}%`
      spot.style.top = `${y}%`
      number.className = "number"
      number.textContent = String(at + 1)
      number.setAttribute("aria-hidden", "true")
      name.className = "title"
      name.textContent = title
      spot.append(number, name)
      item.append(spot)
      list.append(item)
    })
    root.append(picture, list)
  }
  const picture = root.firstChild
  const mark = () => {
    for (const figure of picture.querySelectorAll("[data-plek]"))
      figure.classList.toggle("here", data.alone ? figure.classList.contains("alleen") : figure.dataset.plek === data.open)
  }
  root._mark = mark
  draw(picture, data.drawing).then(() => root._mark())
  mark()
  root.classList.toggle("alone", data.alone)
  for (const spot of root.querySelectorAll(".spot")) {
    spot.setAttribute("aria-pressed", String(spot.dataset.id === data.open))
    spot.classList.toggle("seen", data.seen.includes(spot.dataset.id))
    spot.onclick = () => setTriggerValue("picked", spot.dataset.id)
  }
}
