/** The window's entry: state first, then the picture. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../map/fonts.css'
import './theme.css'
import { App } from './App.tsx'
import { start } from './start.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

await start()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
