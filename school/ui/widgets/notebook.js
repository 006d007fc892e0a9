// What is written here stays in this browser (localStorage) and is never sent to the server.
const PREFIX = "hechting-en-trauma:"
const read = (name) => { try { return localStorage.getItem(PREFIX + name) ?? "" } catch { return "" } }
const write = (name, text) => {
  try {
    if (text) localStorage.setItem(PREFIX + name, text)
    else localStorage.removeItem(PREFIX + name)
    return true
  } catch { return false }
}

function saveAsText(name, title, text) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([`${title}\n\n${text}\n`], { type: "text/plain;charset=utf-8" }))
  link.download = `${name}.txt`
  link.click()
  URL.revokeObjectURL(link.href)
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".notebook")
  if (root.dataset.name === data.name) return
  root.dataset.name = data.name
  const label = document.createElement("label")
  const area = document.createElement("textarea")
  const under = document.createElement("div")
  const status = document.createElement("span")
  const save = document.createElement("button")
  label.textContent = data.label
  label.htmlFor = area.id = "tekst"
  area.value = read(data.name)
  under.className = "under"
  status.setAttribute("role", "status")
  status.textContent = "Blijft op dit apparaat. Schrijf geen namen of gegevens van anderen op."
  save.type = "button"
  save.textContent = "Bewaar als tekst"
  save.onclick = () => saveAsText(data.name, data.title, area.value)
  let timer = null
  area.oninput = () => {
    clearTimeout(timer)
    const kept = write(data.name, area.value)
    timer = setTimeout(() => {
      status.textContent = kept ? "Bewaard op dit apparaat." : "Je browser bewaart niets; gebruik 'Bewaar als tekst'."
    }, 400)
  }
  under.append(status, save)
  root.replaceChildren(label, area, under)
}
