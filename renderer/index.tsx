import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { Fault } from './fault.tsx'
import { start } from './state/start.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

createRoot(root).render(
  <Fault>
    <App />
  </Fault>,
)
void start()
