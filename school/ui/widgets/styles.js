// Cards to lay in the rows of a table. Pick a card, then a place; or choose from a list per place; or drag. The first two
// take as many steps with a mouse, a finger or a keyboard. Every card that is laid is told to the server, which keeps it.
const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text) made.textContent = text
  return made
}
const button = (cls, text) => Object.assign(element("button", cls, text), { type: "button" })
const copied = (placed, columns) => Object.fromEntries(columns.map(([column]) => [column, { ...(placed?.[column] ?? {}) }]))

// What a person laid, by widget: the server tells it only to a widget that is new, and a widget may be taken away and put back.
const held = new Map()
// Before a room nothing is kept: what lies there goes with its slide.
const inRoom = (root) => Boolean(root.getRootNode().host?.closest(".st-key-slide"))

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".styles")
  const state = (root._state ??= { placed: copied(held.get(data.id) ?? data.lies, data.columns), held: null, open: null, drawn: "" })
  const rows = data.rows.map(([row]) => row)
  const text = Object.fromEntries(data.columns.flatMap(([column, , , cards]) => cards.map(([id, words]) => [`${column}/${id}`, words])))
  const heading = Object.fromEntries(data.columns.map(([column, title]) => [column, title]))
  const who = Object.fromEntries(data.columns.map(([column, , , , drawn]) => [column, drawn]))
  const at = (column, row) => state.placed[column][row]
  const rowOf = (column, card) => rows.find((row) => at(column, row) === card)
  const full = (column) => rows.every((row) => at(column, row))
  const firstOpen = () => (data.columns.find(([column]) => !full(column)) ?? data.columns[0])[0]
  const count = () => data.columns.reduce((sum, [column]) => sum + rows.filter((row) => at(column, row)).length, 0)
  const places = rows.length * data.columns.length
  if (!(state.open in heading)) state.open = firstOpen()

  const focus = (selector) => root.querySelector(selector)?.focus()
  const say = (words) => (root.querySelector(".said").textContent = words)
  const placeAt = (column, row) => `.place[data-column="${column}"][data-row="${row}"]`
  const left = (row) => data.rows.find(([id]) => id === row)[1]

  const remember = () => {
    if (!inRoom(root)) held.set(data.id, copied(state.placed, data.columns))
    setStateValue("placed", copied(state.placed, data.columns))
  }
  const takeUp = (column, card, from = null) => {
    state.held = { column, card, from }
    state.open = column
    draw()
    const free = rows.find((row) => !at(column, row)) ?? rows[0]
    focus(placeAt(column, from ?? free))
    say(`${text[`${column}/${card}`]}. Kies een plek, of Escape om terug te leggen.`)
  }
  const putBack = () => {
    const { column, card, from } = state.held
    state.held = null
    if (from) delete state.placed[column][from]
    draw()
    focus(`.card[data-card="${card}"]`)
    say("Terug op de stapel.")
    if (from) remember()
  }
  const letGo = () => {
    const { card, column, from } = state.held
    state.held = null
    draw()
    focus(from ? placeAt(column, from) : `.card[data-card="${card}"]`)
    say("Niet verplaatst.")
  }
  const lay = (column, row, card) => {
    const from = rowOf(column, card)
    const other = at(column, row)
    if (from) delete state.placed[column][from]
    if (other && from && other !== card) state.placed[column][from] = other
    state.placed[column][row] = card
    state.held = null
    state.open = full(column) ? firstOpen() : column
    draw()
    say(`${heading[column]} bij ${left(row)}: ${text[`${column}/${card}`]}. ${count()} van ${places} gevuld.`)
    remember()
    return column
  }
  const layAndGoOn = (column, row, card) => {
    lay(column, row, card)
    if (count() < places) focus(".card")
    else focus(placeAt(column, row))
  }
  const choosePlace = (column, row) => {
    if (state.held && state.held.column === column) {
      if (state.held.from === row) letGo()
      else layAndGoOn(column, row, state.held.card)
    } else if (!state.held && at(column, row)) takeUp(column, at(column, row), row)
    else if (!state.held) {
      state.open = column
      draw()
      focus(".card")
      say(data.columns.find(([id]) => id === column)[2])
    }
  }

  const dragging = (made, column, card, from) => {
    made.draggable = true
    made.ondragstart = (event) => {
      event.dataTransfer.setData("text/plain", text[`${column}/${card}`])
      event.dataTransfer.effectAllowed = "move"
      state.held = { column, card, from }
      root.classList.add("dragging")
      for (const place of root.querySelectorAll(`.place[data-column="${column}"]`)) place.classList.add("free")
    }
    made.ondragend = () => {
      root.classList.remove("dragging")
      if (state.held) {
        state.held = null
        draw()
      }
    }
  }
  const catching = (made, fits, caught) => {
    made.ondragover = (event) => state.held && fits() && event.preventDefault()
    made.ondrop = (event) => {
      if (!state.held || !fits()) return
      event.preventDefault()
      root.classList.remove("dragging")
      caught()
    }
  }

  const how = () => {
    const line = element("div", "how")
    const [way, words] = data.other
    const made = button("way", words)
    made.onclick = () => setTriggerValue("way", way)
    line.append(element("p", "", data.how), made)
    return line
  }
  const tray = () => {
    const [column, , ask, cards] = data.columns.find(([id]) => id === state.open)
    const made = element("div", "tray")
    made.setAttribute("role", "group")
    made.setAttribute("aria-label", `Kaartjes: ${heading[column].toLowerCase()}`)
    const sets = element("div", "sets")
    for (const [id, title] of data.columns) {
      const set = button("set", title)
      set.append(element("span", "count", ` ${rows.filter((row) => at(id, row)).length} van ${rows.length}`))
      set.setAttribute("aria-pressed", String(id === column))
      set.onclick = () => {
        Object.assign(state, { open: id, held: null })
        draw()
        focus('.set[aria-pressed="true"]')
      }
      sets.append(set)
    }
    const list = element("ul")
    for (const [card, words] of cards) {
      const held = state.held?.card === card && state.held.column === column
      if (rowOf(column, card) && !held) continue
      const item = element("li")
      const taken = button("card", words)
      taken.dataset.card = card
      taken.setAttribute("aria-pressed", String(held))
      taken.onclick = () => (held ? letGo() : takeUp(column, card))
      dragging(taken, column, card, null)
      item.append(taken)
      list.append(item)
    }
    const words = state.held ? "Kies nu een plek hieronder." : full(column) ? "Deze kaartjes blijven over." : ask
    made.append(sets, element("p", "ask", words), list)
    if (state.held?.from) {
      const back = button("back", "Terug op de stapel")
      back.onclick = putBack
      made.append(back)
    }
    catching(made, () => true, putBack)
    return made
  }
  const judged = (row) => data.said && data.columns.every(([column]) => at(column, row) && at(column, row) === data.placed[column]?.[row])
  const labelOf = (column, row, card) => {
    const fits = judged(row) ? (data.said[row].fits[column] ? " Past." : " Kijk nog eens.") : ""
    return `${heading[column]} bij ${left(row)}: ${card ? text[`${column}/${card}`] : "nog leeg"}.${fits}`
  }
  const verdict = (column, row) => (judged(row) ? (data.said[row].fits[column] ? "fits" : "look") : "")
  const place = (column, row) => {
    const card = at(column, row)
    const free = state.held?.column === column
    const made = button(`place ${card ? "full" : ""} ${free ? "free" : ""} ${verdict(column, row)}`)
    Object.assign(made.dataset, { column, row })
    const mark = verdict(column, row) === "fits" ? " · past" : verdict(column, row) === "look" ? " · kijk nog eens" : ""
    if (card && who[column]) made.append(figure(who[column]))
    const words = element("span", "words")
    made.append(words)
    words.append(element("span", "k", heading[column] + mark), element("span", "lies", card ? text[`${column}/${card}`] : free ? "Leg hier" : "Nog leeg"))
    made.setAttribute("aria-label", labelOf(column, row, card) + (free ? " Leg hier." : ""))
    if (state.held?.from === row && free) made.classList.add("held")
    if (state.held && !free) made.disabled = true
    made.onclick = () => choosePlace(column, row)
    if (card) dragging(made, column, card, row)
    catching(made, () => state.held.column === column, () => lay(column, row, state.held.card))
    return made
  }
  const picker = (column, row, cards) => {
    const made = element("label", `pick ${verdict(column, row)}`)
    const mark = verdict(column, row) === "fits" ? " · past" : verdict(column, row) === "look" ? " · kijk nog eens" : ""
    const select = element("select")
    Object.assign(select.dataset, { column, row })
    select.setAttribute("aria-label", labelOf(column, row, null).replace(": nog leeg", ""))
    select.append(new Option("Nog leeg", ""), ...cards.map(([id, words]) => new Option(words, id)))
    select.value = at(column, row) ?? ""
    select.onchange = () => {
      if (select.value) lay(column, row, select.value)
      else {
        delete state.placed[column][row]
        draw()
        remember()
      }
      focus(`select[data-column="${column}"][data-row="${row}"]`)
    }
    made.append(element("span", "k", heading[column] + mark), select)
    const chosen = text[`${column}/${at(column, row)}`] ?? ""
    const whole = element("span", "whole", chosen.length > 30 ? chosen : "")
    whole.setAttribute("aria-hidden", "true")
    made.append(whole)
    return made
  }
  const feedback = (row) => {
    const { fits, head, text: words } = data.said[row]
    const right = Object.values(fits).every(Boolean)
    const made = element("div", `feedback ${right ? "fits" : "look"}`)
    const line = element("span")
    line.append(element("b", "", `${head} `), document.createTextNode(words))
    made.innerHTML = right ? FITS : LOOK
    made.append(line)
    return made
  }

  const draw = () => {
    const list = element("ol")
    list.setAttribute("aria-label", data.label)
    for (const [row, words] of data.rows) {
      const item = element("li")
      const line = element("div", "row")
      const what = element("div", "what")
      if (data.figure) what.append(figure(data.figure))
      const whose = element("div")
      whose.append(element("span", "k", data.heading), element("b", "", words))
      what.append(whose)
      const made = data.columns.map(([column, , , cards]) => (data.way === "lijst" ? picker(column, row, cards) : place(column, row)))
      line.append(what, ...made)
      item.append(line)
      if (judged(row)) item.append(feedback(row))
      list.append(item)
    }
    const said = root.querySelector(".said") ?? element("div", "said")
    said.setAttribute("role", "status")
    const filled = element("p", "filled", `${count()} van ${places} vakken gevuld`)
    root.className = `styles ${data.way === "lijst" ? "listed" : ""} ${state.held ? "holding" : ""}`
    const board = element("div", "board")
    board.append(...(data.way === "lijst" ? [] : [tray()]), list)
    root.replaceChildren(how(), board, filled, said)
    state.drawn = sign()
  }
  const sign = () => JSON.stringify([data.way, data.said, data.placed])
  root.onkeydown = (event) => {
    if (event.key === "Escape" && state.held) letGo()
    const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const now = event.target.closest(".place")
    if (!arrow || !now) return
    event.preventDefault()
    const column = [...root.querySelectorAll(`.place[data-column="${now.dataset.column}"]`)]
    column[(column.indexOf(now) + arrow + column.length) % column.length].focus()
  }
  if (state.drawn !== sign() && !root.classList.contains("dragging")) {
    const focused = root.getRootNode().activeElement
    const where = focused && root.contains(focused) ? focused.dataset : null
    const before = state.drawn
    draw()
    if (where?.row) focus(`[data-column="${where.column}"][data-row="${where.row}"]`)
    else if (where?.card) focus(`.card[data-card="${where.card}"]`)
    else if (where) focus(".way")
    if (before && data.said) say(data.result)
  }
}

// Who it is about: the adult in petrol, the child in terracotta, as in the other drawings; without a face, which would tell too much.
const FIGURES = {
  adult: '<circle cx="16" cy="9" r="6"/><path d="M4.5 30c-1-10 3-14 11.5-14s12.5 4 11.5 14Z"/>',
  child: '<circle cx="16" cy="14" r="5.5"/><path d="M8 30c-.5-7 2-10.5 8-10.5s8.5 3.5 8 10.5Z"/>',
}
function figure(name) {
  const made = element("span", `figure ${name}`)
  made.innerHTML = `<svg viewBox="0 0 32 32" aria-hidden="true">${FIGURES[name]}</svg>`
  return made
}

const icon = (path) =>
  `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`
const FITS = icon('<circle cx="12" cy="12" r="9.5"/><path d="M7.5 12.5l3 3 6-6.5"/>')
const LOOK = icon('<path d="M4.5 12a7.5 7.5 0 1 1 2.4 5.5"/><path d="M4 19v-4.5h4.5"/>')
