// Everything that was written on this device, together: to read, to save and to erase. Nothing is sent.
const PREFIX = "hechting-en-trauma:"
const element = (tag, text, cls) => {
  const made = document.createElement(tag)
  made.textContent = text
  if (cls) made.className = cls
  return made
}

function kept(titles) {
  try {
    return Object.entries(titles)
      .map(([name, title]) => [name, title, localStorage.getItem(PREFIX + name)])
      .filter(([, , text]) => text)
  } catch { return [] }
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".notes")
  const button = (text, action) => {
    const made = element("button", text)
    made.type = "button"
    made.onclick = action
    return made
  }
  const draw = (erasing = false) => {
    const notes = kept(data.titles)
    if (!notes.length) return root.replaceChildren(element("p", "Je hebt op dit apparaat nog niets opgeschreven.", "none"))
    const parts = notes.flatMap(([, title, text]) => [element("h3", title), element("p", text)])
    const buttons = element("div", "", "buttons")
    const save = () => {
      const link = document.createElement("a")
      const text = notes.map(([, title, words]) => `${title}\n\n${words}\n`).join("\n\n")
      link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }))
      link.download = "mijn-aantekeningen.txt"
      link.click()
      URL.revokeObjectURL(link.href)
    }
    const erase = () => { for (const [name] of notes) localStorage.removeItem(PREFIX + name); draw() }
    buttons.append(button("Bewaar alles als tekst", save))
    buttons.append(erasing ? button("Ja, wis alles op dit apparaat", erase) : button("Wis mijn aantekeningen", () => draw(true)))
    root.replaceChildren(...parts, buttons)
  }
  draw()
}
