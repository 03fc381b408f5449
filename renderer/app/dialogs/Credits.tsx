/** data/CREDITS.md as it is written: headings, paragraphs, lists and tables. Nothing else of Markdown is used there, and links stay text. */
import type { ReactNode } from 'react'
import { parseCredits } from './parseCredits.ts'
import styles from './Dialogs.module.css'

export function Credits({ markdown }: { markdown: string }): ReactNode {
  return (
    <div className={[styles['credits'], 'selectable'].join(' ')}>
      {parseCredits(markdown).map((block, index) => {
        switch (block.kind) {
          case 'heading':
            return <h3 key={index}>{block.text}</h3>
          case 'paragraph':
            return <p key={index}>{block.text}</p>
          case 'list':
            return (
              <ul key={index}>
                {block.items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )
          case 'table':
            return (
              <table key={index} className={styles['table']}>
                <thead>
                  <tr>
                    {block.head.map((cell) => (
                      <th key={cell} scope="col">
                        {cell}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {block.rows.map((row) => (
                    <tr key={row.join(' ')}>
                      {row.map((cell, column) => (
                        <td key={column}>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            )
        }
      })}
    </div>
  )
}
