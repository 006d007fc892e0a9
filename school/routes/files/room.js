// The phone page of a room: follows the big screen, sends without leaving the page, and comes back by itself.
// Everything here is on top of forms that work without it. Text comes escaped from our own server.
"use strict"
const screen = document.getElementById("scherm")
const lost = document.getElementById("verbinding")
const news = document.getElementById("nieuws")
const at = `/zaal/${screen.dataset.code}`
const own = JSON.parse(screen.dataset.eigen)
let stand = screen.dataset.stand
let stream, silent

// What this phone did before, laid over a form that is the same for everybody.
function lay(root) {
  for (const form of root.querySelectorAll("form[data-stuur=antwoord]")) {
    const round = form.elements.ronde.value
    order(form)
    const mine = own.rondes[round]
    if (!mine) continue
    for (const field of form.elements) {
      if (field.name === "twijfel") field.checked = own.twijfel.includes(round)
      const values = mine[field.name]
      if (!values || field.type === "hidden") continue
      if (/radio|checkbox/.test(field.type)) field.checked = values.includes(field.value)
      else field.value = values[0]
    }
    form.querySelector(".row[data-deel]") && form.draw()
    if (form.elements.doe) say(form, Object.keys(mine).length ? "Je antwoord is opgeslagen." : "Je slaat deze over. Dat ziet niemand.", true)
  }
  for (const form of root.querySelectorAll("form[data-stuur=steun]")) press(form, own.steun.includes(form.elements.vraag.value))
}

function press(form, on) {
  form.elements.aan.value = on ? 0 : 1
  form.querySelector("button").setAttribute("aria-pressed", on)
}

function say(form, text, done) {
  const line = form.querySelector(".says")
  if (!line) return
  line.textContent = text
  line.classList.toggle("done", !!done)
}

// Order by tapping: the first tap is place 1, the next place 2; a tap on what has a place takes it away.
function order(form) {
  const rows = [...form.querySelectorAll(".row[data-deel]")]
  if (!rows.length || form.draw) return
  const taken = () => rows.map((row) => row.querySelector("select")).filter((s) => s.value).sort((a, b) => a.value - b.value)
  form.draw = () => {
    for (const row of rows) {
      const place = row.querySelector("select").value
      const tap = row.querySelector(".tap")
      tap.setAttribute("aria-pressed", !!place)
      tap.firstChild.textContent = place
      tap.setAttribute("aria-label", `${row.dataset.deel}, ${place ? `plaats ${place}` : "nog geen plaats"}`)
    }
  }
  for (const row of rows) {
    const select = row.querySelector("select")
    const tap = document.createElement("button")
    tap.type = "button"
    tap.className = "tap"
    tap.append(document.createElement("b"), row.dataset.deel)
    for (const old of row.children) old.hidden = true
    row.append(tap)
    tap.onclick = () => {
      say(form, "Nog niet verstuurd.")
      const now = taken()
      if (select.value) {
        select.value = ""
        taken().forEach((each, place) => (each.value = place + 1))
      } else select.value = now.length + 1
      form.draw()
    }
  }
  form.querySelector("legend").textContent = "Tik de onderdelen aan in de goede volgorde. Nog eens tikken haalt de plaats weg."
  form.draw()
}

// Sends until the server said it is stored, or that it cannot be; the same answer twice is stored once.
async function send(form, body, tries = 0) {
  let reply
  try {
    reply = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } })
    if (reply.status >= 500) throw reply.status
  } catch {
    if (form.body !== body || !form.isConnected) return
    say(form, "Nog niet opgeslagen. We proberen het opnieuw.")
    setTimeout(() => send(form, body, tries + 1), Math.min(8000, 500 * 2 ** tries) * (0.75 + Math.random() / 2))
    return
  }
  if (form.body !== body) return
  const told = await reply.json().catch(() => ({ tekst: "Dit is niet opgeslagen. Laad de pagina opnieuw." }))
  if (reply.ok) stored(form, body)
  say(form, told.tekst, reply.ok)
}

function stored(form, body) {
  const kind = form.dataset.stuur
  if (kind === "leeg") form.reset()
  if (kind === "steun") {
    const question = body.get("vraag")
    own.steun = own.steun.filter((each) => each !== question)
    if (body.get("aan") === "1") own.steun.push(question)
    press(form, body.get("aan") === "1")
  }
  if (kind !== "antwoord") return
  const round = body.get("ronde")
  const mine = (own.rondes[round] = {})
  own.twijfel = own.twijfel.filter((each) => each !== round)
  if (body.get("doe") === "overslaan") return
  if (body.get("twijfel")) own.twijfel.push(round)
  for (const name of new Set(body.keys())) if (!/^(ronde|doe|twijfel)$/.test(name)) mine[name] = body.getAll(name)
}

document.addEventListener("submit", (event) => {
  const form = event.target
  if (!form.dataset.stuur) return
  event.preventDefault()
  const body = new URLSearchParams(new FormData(form))
  const button = event.submitter
  if (button?.name) body.set(button.name, button.value)
  form.body = body
  say(form, "Even wachten.")
  send(form, body)
})
// While typing, not when a field is left: a line that grows or shrinks then would move the button from under the finger.
document.addEventListener("input", (event) => {
  const form = event.target.form
  if (form?.elements.doe) say(form, "Nog niet verstuurd.")
})

// Replaces what changed and nothing else: a field somebody types in stays.
function show(html) {
  const next = document.createElement("template")
  next.innerHTML = html
  const fresh = [...next.content.children]
  const focused = document.activeElement?.closest("section")
  for (const old of [...screen.children]) if (!fresh.some((each) => each.id === old.id)) old.remove()
  let before = null
  for (const each of fresh) {
    const old = document.getElementById(each.id)
    if (!old || old.dataset.mark !== each.dataset.mark) {
      const title = each.querySelector("[tabindex]")
      lay(each)
      old ? old.replaceWith(each) : before ? before.after(each) : screen.prepend(each)
      if (title && (!old || old.dataset.ronde !== each.dataset.ronde || each.id === "dia")) tell(each, title, focused)
      before = each
    } else before = old
  }
}

// A new slide or question begins at the top, and is said to who cannot see it.
function tell(section, title, focused) {
  news.textContent = `${section.id === "taak" ? "Nieuwe vraag" : "Nieuwe dia"}: ${title.textContent}`
  const typing = document.activeElement?.matches("input, textarea, select")
  if (!typing && screen.firstElementChild === section) scrollTo(0, 0)
  if (focused && !focused.isConnected) title.focus()
}

function listen() {
  stream?.close()
  stream = new EventSource(`${at}/stroom?r=${stand}`)
  stream.onopen = () => {
    clearTimeout(silent)
    silent = 0
    lost.hidden = true
  }
  stream.onerror = () => {
    silent ||= setTimeout(() => (lost.hidden = false), 1500)
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 2000 + Math.random() * 2000)
  }
  stream.addEventListener("scherm", (event) => {
    const told = JSON.parse(event.data)
    stand = event.lastEventId
    if (told.dicht) return location.reload()
    show(told.html)
  })
}
// A phone that wakes up has often lost its connection without knowing it.
document.addEventListener("visibilitychange", () => document.hidden || listen())
addEventListener("pagehide", () => stream?.close())
addEventListener("pageshow", (event) => event.persisted && location.reload())
lay(screen)
if (!document.getElementById("dicht")) listen()
