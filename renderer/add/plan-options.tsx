import type { CollectionPlan, IntakeOptions } from '../../src/model/collection.ts'
import { Check } from '../ui/check.tsx'
import { counted } from '../ui/formats.ts'

type Props = {
  plan: CollectionPlan
  options: IntakeOptions
  onChange: (options: IntakeOptions) => void
}

/** What of a collection is to be loaded from the net: nothing, unless it is ticked. */
export function PlanOptions({ plan: { withoutText }, options, onChange }: Props) {
  return (
    <div className="plan-options">
      {withoutText > 0 && (
        <Check isOn={options.loadsPages} onChange={(loadsPages) => onChange({ ...options, loadsPages })}>
          Load the pages of links ({loadingText(withoutText)})
        </Check>
      )}
      <Check isOn={options.keepsPictures} onChange={(isOn) => onChange({ ...options, keepsPictures: isOn })}>
        Keep their pictures
      </Check>
    </div>
  )
}

/** A page takes some seconds to load and to read, and a few are loaded side by side: about one a second. */
function loadingText(pages: number): string {
  const minutes = Math.ceil(pages / 60)
  const time = minutes < 90 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour')
  return `from the net; may take ${time}`
}
