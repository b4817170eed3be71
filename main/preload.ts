import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge, BridgeEvent } from '../src/contract.ts'

// The contract is imported as a type only: this file is loaded before the page and stays a few lines.
const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke('call', method, input),
  listen: (listener) => {
    const forward = (_: IpcRendererEvent, event: BridgeEvent): void => listener(event)
    ipcRenderer.on('event', forward)
    return () => ipcRenderer.off('event', forward)
  },
}

contextBridge.exposeInMainWorld('bridge', bridge)
