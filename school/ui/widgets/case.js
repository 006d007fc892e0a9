// One moment of a case: what happens, what one can do, what follows, the way so far; and at the end that way beside the
// advised one. Where somebody is comes from Python. Only "choose otherwise" is known here alone: it opens the choices again.
const WORDS = {
  ask: "Wat doe je?",
  then: "Wat er dan gebeurt",
  own: "Jij koos",
  on: "Verder",
  again: "Kies iets anders",
  tried: "Dit koos je eerder",
  ahead: "Op deze plek ben je in jouw verhaal nog niet geweest.",
  back: "Naar waar jij bent",
  taken: "Jouw weg",
  advised: "De weg die we aanraden",
  same: "Zo raden we het ook aan",
  also: "Ook een goede keuze",
  other: "Hier raden we iets anders aan",
  before: "Eerst koos je:",
  to: "Ga terug naar",
  start: "Terug naar het begin",
  way: "Jouw weg tot nu toe",
  kept: "Wat meetelt",
}
const ICONS = {
  look: '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="3"/>',
  ask: '<path d="M4 5.5h16v10.5H11l-4.5 3.5V16H4Z"/><path d="M10 9.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.2M12 14h0"/>',
  support: '<path d="M12 19.5S4 15 4 9.6A4 4 0 0 1 12 8a4 4 0 0 1 8 1.6C20 15 12 19.5 12 19.5Z"/>',
  consult: '<circle cx="8" cy="8.5" r="3"/><circle cx="17" cy="9.5" r="2.5"/><path d="M2.5 19c.4-3.6 2.6-5.5 5.5-5.5s5.1 1.9 5.5 5.5M15.5 14.2c2.9-.6 5.3 1 6 4.3"/>',
  refer: '<path d="M4 12h15M13 6l6 6-6 6"/>',
  report: '<path d="M6.5 3.5 9.5 4l1 4-2 1.7a12 12 0 0 0 5.8 5.8l1.7-2 4 1 .5 3c-.2 1.7-1.5 2.5-3 2.5C10 20 4 14 4 6.5c0-1.5.8-2.8 2.5-3Z"/>',
}
const icon = (act) =>
  `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${ICONS[act]}</svg>`

const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}
const said = (texts, cls) => texts.map((text) => element("p", cls, text))

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".case")
  const state = (root._state ??= { again: "", moved: false })
  const view = [data.place, data.mode, data.chosen].join("|")
  if (state.again && state.again !== view) state.again = ""
  state.send = setTriggerValue
  const told = JSON.stringify(data)
  if (state.told === told) return // drawn again for something else on the page: what has the focus keeps it
  state.told = told

  const button = (text, act, cls) => {
    const made = element("button", cls, text)
    made.type = "button"
    made.onclick = act
    return made
  }
  const open = (place) => {
    state.moved = true
    state.send("opened", place)
  }
  const choose = (choice) => {
    state.moved = true
    state.again = ""
    state.send("chosen", [data.place, choice])
    if (choice === data.chosen) draw()
  }

  const choices = () => {
    const list = element("ul", "choices")
    list.setAttribute("aria-label", WORDS.ask)
    for (const [id, text, tried] of data.choices) {
      const row = element("li")
      const made = button("", () => choose(id), "choice")
      made.append(element("span", "", text))
      if (tried) made.append(element("small", "", WORDS.tried))
      row.append(made)
      list.append(row)
    }
    return [element("p", "ask", WORDS.ask), list]
  }

  const followed = () => {
    const box = element("div", "followed")
    const heading = element("h3", "", WORDS.then)
    heading.tabIndex = -1
    box.append(heading, ...said(data.then))
    const own = element("p", "own")
    own.append(element("span", "", WORDS.own), element("b", "", data.choices.find(([id]) => id === data.chosen)?.[1]))
    const on = element("div", "on")
    on.append(button(`${WORDS.on}: ${data.next[1]}`, () => open(data.next[0]), "primary"))
    on.append(button(WORDS.again, () => { state.again = view; draw(); root.querySelector(".choice").focus() }, "quiet"))
    return [own, box, on]
  }

  const ahead = () => {
    const list = element("ul", "listed")
    for (const [, text] of data.choices) list.append(element("li", "", text))
    return [element("p", "note", WORDS.ahead), ...(data.choices.length ? [list] : []), button(WORDS.back, () => open(data.at), "primary")]
  }

  const step = ({ place, title, choice, tried, mark, act, why }, cls) => {
    const row = element("li", cls)
    const head = element("div", "head")
    head.append(element("b", "", title))
    if (act) {
      const badge = element("span", "badge")
      badge.innerHTML = icon(act[0])
      badge.append(act[1])
      head.append(badge)
    }
    row.append(head, element("p", "", choice))
    if (why) row.append(element("p", "why", why))
    for (const text of tried ?? []) row.append(element("p", "why", `${WORDS.before} ${text}`))
    if (mark) row.append(element("p", `mark ${mark}`, WORDS[mark]))
    if (mark === "other") row.append(button(`${WORDS.to} ‘${title}’`, () => open(place), "quiet small"))
    return row
  }
  const column = (title, rows) => {
    const made = element("section")
    const list = element("ol", "steps")
    list.append(...rows.map((row) => step(row)))
    made.append(element("h3", "", title), list)
    return made
  }
  const end = () => {
    const beside = element("div", "beside")
    beside.append(column(WORDS.taken, data.own), column(WORDS.advised, data.advised))
    return [element("p", "summary", data.summary), beside, button(WORDS.start, () => open(data.start), "quiet")]
  }

  const way = () => {
    const list = element("ol")
    for (const [place, title, choice] of data.trail) {
      const row = element("li")
      const made = button("", () => open(place), "")
      made.append(element("b", "", title))
      if (choice) made.append(element("span", "", choice))
      if (place === data.place) made.setAttribute("aria-current", "step")
      row.append(made)
      list.append(row)
    }
    const nav = element("nav", "way")
    nav.setAttribute("aria-label", WORDS.way)
    nav.append(element("p", "label", WORDS.way), list)
    return nav
  }
  const kept = () => {
    const box = element("div", "way")
    const list = element("ul", "kept")
    list.append(...data.kept.map((text) => element("li", "", text)))
    box.append(element("p", "label", WORDS.kept), list)
    return box
  }

  const draw = () => {
    const mode = data.mode === "chosen" && state.again === view ? "choose" : data.mode
    const card = element("article", "card")
    card.setAttribute("aria-label", data.label)
    const told = element("div", "told")
    const asked = element("div", "asked")
    told.append(element("p", "fiction", data.fiction), ...said(data.intro, "intro"))
    const heading = element("h2", "", data.title)
    heading.tabIndex = -1
    told.append(heading, ...said(data.text))
    asked.append(...{ choose: choices, chosen: followed, ahead, end }[mode]())
    card.append(told, asked)
    const beforeRoom = () => root.classList.toggle("hall", Boolean(root.getRootNode().host?.closest(".st-key-slide")))
    beforeRoom()
    requestAnimationFrame(beforeRoom) // a widget may be drawn before it stands on the page
    if (data.saved) card.append(element("p", "saved", data.saved))
    const inside = root.contains(root.getRootNode().activeElement)
    root.replaceChildren(card)
    if (data.mode !== "end" && data.trail.length > 1) root.append(way())
    if (data.kept.length) root.append(kept())
    const shown = `${view}|${state.again}`
    const elsewhere = state.moved && state.drawn !== shown
    state.drawn = shown
    const target = root.querySelector(mode === "chosen" ? "h3" : "h2")
    if (elsewhere || inside) target.focus({ preventScroll: true })
    if (!elsewhere) return
    state.moved = false
    if (root.getRootNode().host?.closest(".st-key-slide")) return // before a room all of it is on the screen
    if (mode === "chosen") root.querySelector(".on").scrollIntoView({ block: "nearest" })
    target.scrollIntoView({ block: mode === "chosen" ? "nearest" : "start" })
  }
  draw()
}
