/** A server on this computer that stands for the network: it hears whatever gets past the locks, by TCP and by UDP. */
import { createSocket } from 'node:dgram'
import { createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

export type Listener = {
  port: number
  /** The first bytes of every connection; empty where nothing was said. */
  connections: string[]
  /** Number of datagrams. */
  datagrams(): number
  forget(): void
  close(): void
}

export async function startListener(): Promise<Listener> {
  const connections: { said: string }[] = []
  const sockets = new Set<Socket>()
  let datagrams = 0
  const tcp = createServer((socket) => {
    const connection = { said: '' }
    connections.push(connection)
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      connection.said += bytes.toString('latin1')
      // An answer that only its own origin may read.
      if (/^(GET|POST) /.test(connection.said)) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok')
    })
  }).listen(0, '127.0.0.1')
  await once(tcp, 'listening')
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4')
  udp.on('message', () => (datagrams += 1))
  udp.bind(port, '127.0.0.1')
  await once(udp, 'listening')
  return {
    port,
    get connections() {
      return connections.map(({ said }) => said)
    },
    datagrams: () => datagrams,
    forget: () => {
      connections.length = 0
      datagrams = 0
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      tcp.close()
      udp.close()
    },
  }
}
