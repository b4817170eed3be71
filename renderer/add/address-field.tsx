import type { FormEvent } from 'react'
import { loadAddress, typeAddress } from '../state/import-address.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'

/** The address of a page or file. Nothing is loaded before the person says so. */
export function AddressField() {
  const address = useStore((state) => state.address)
  const isReading = useStore((state) => state.importProgress !== null)
  const isEmpty = address.trim() === ''

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isReading) void loadAddress()
  }

  return (
    <form className="address" onSubmit={onSubmit}>
      <Field label="Address of a page, feed or file">
        <TextInput
          type="text"
          inputMode="url"
          dir="ltr"
          placeholder="https://"
          maxLength={maxLength}
          value={address}
          onChange={(event) => typeAddress(event.target.value)}
          {...(isEmpty && { 'data-first': '' })}
        />
      </Field>
      <Button
        type="submit"
        kind={isEmpty ? 'plain' : 'primary'}
        disabled={isEmpty}
        // One that was handed in needs no more than a yes.
        {...(!isEmpty && { 'data-first': '' })}
      >
        Load
      </Button>
    </form>
  )
}

/** Longer ones are refused by most servers (Apache's limit of a request line is 8,190 bytes). */
const maxLength = 8000
