import { errorText } from '../state/error-text.ts'
import type { Unreadable } from '../state/import-choice.ts'

/** The files that could not be read, each with its own sentence. */
export function FailedFiles({ files }: { files: readonly Unreadable[] }) {
  if (files.length === 0) return null
  return (
    <div className="add-failed" role="alert">
      <ul>
        {files.map((file, index) => (
          <li key={`${index} ${file.name}`} dir="auto">
            {errorText(file.error)}
          </li>
        ))}
      </ul>
    </div>
  )
}
