// Counts what goes over the websocket, so that a test can wait for an answer instead of for a time.
(() => {
  const Real = window.WebSocket
  const wire = (window.__wire = { sent: 0, open: 0, heard: 0 })
  window.WebSocket = class extends Real {
    constructor(...args) {
      super(...args)
      this.addEventListener("message", () => {
        wire.open = 0
        wire.heard = performance.now()
      })
    }
    send(data) {
      wire.sent += 1
      wire.open += 1
      super.send(data)
    }
  }
})()
