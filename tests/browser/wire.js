// Knows what is on its way over the websocket, so that a test can wait for an answer instead of for a time. Only what draws the
// page counts: Streamlit also sends signs of life, and says at the end of a run what came of the one before.
(() => {
  const RERUN = 11, NEW_SESSION = 4, SCRIPT_FINISHED = 6 // fields of Streamlit's BackMsg and ForwardMsg
  const Real = window.WebSocket
  const wire = (window.__wire = { sent: 0, open: 0, runs: false, heard: 0 })

  // The fields of a message of protobuf, without looking into them.
  const fields = (data) => {
    const bytes = new Uint8Array(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength), found = new Set()
    let at = 0
    const number = () => {
      for (let value = 0, shift = 1; ; shift *= 128) {
        const byte = bytes[at++]
        value += (byte & 127) * shift
        if (byte < 128) return value
      }
    }
    while (at < bytes.length) {
      const tag = number(), kind = tag & 7
      found.add(tag >> 3)
      if (kind === 0) number()
      else if (kind === 1) at += 8
      else if (kind === 2) { const length = number(); at += length }
      else at += 4
    }
    return found
  }

  window.WebSocket = class extends Real {
    constructor(...args) {
      super(...args)
      this.addEventListener("message", ({ data }) => {
        wire.heard = performance.now()
        if (!(data instanceof ArrayBuffer)) return
        const told = fields(data)
        if (told.has(NEW_SESSION)) [wire.open, wire.runs] = [0, true]
        if (told.has(SCRIPT_FINISHED)) wire.runs = false
      })
      this.addEventListener("close", () => (wire.runs = false))
    }
    send(data) {
      if (typeof data !== "string" && fields(data).has(RERUN)) {
        wire.sent += 1
        wire.open += 1
      }
      super.send(data)
    }
  }
})()
