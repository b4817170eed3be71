import { type ReactNode, useState } from 'react'
import type { Draft, Facts } from '../../src/model/article.ts'
import { Field, TextInput } from '../ui/field.tsx'
import { languageName, longDate } from '../ui/formats.ts'
import { TagInput } from '../ui/tag-input.tsx'
import './facts-form.css'
import './found.css'

type Props = {
  draft: Draft
  /** Those of the draft, as they were corrected. */
  facts: Facts
  onChange: (change: Partial<Facts>) => void
}

/** What was recognised, every field to be corrected. An empty field means "not known". */
export function FactsForm({ draft, facts, onChange }: Props) {
  const isByline = draft.bylineIsGuessed && facts.byline === draft.facts.byline
  return (
    <div className="facts-form">
      <Field label={<Swatch of="headline">Headline</Swatch>}>
        <TitleInput title={facts.title} onChange={(title) => onChange({ title })} />
      </Field>
      <Field label={<Swatch of="byline">Byline</Swatch>} hint={isByline ? bylineHint : undefined}>
        <LineInput value={facts.byline} onChange={(byline) => onChange({ byline })} />
      </Field>
      <div className="facts-pair">
        <Field label={<Swatch of="place">Place</Swatch>}>
          <LineInput value={facts.place} onChange={(place) => onChange({ place })} />
        </Field>
        <Field label={<Swatch of="agency">Agency</Swatch>}>
          <LineInput value={facts.agency} onChange={(agency) => onChange({ agency })} />
        </Field>
      </div>
      <div className="facts-pair">
        <Published
          published={facts.published}
          yearIsAssumed={draft.yearIsAssumed}
          onChange={(published) => onChange({ published })}
        />
        <Field label="Language">
          <LanguageSelect language={facts.language} onChange={(language) => onChange({ language })} />
        </Field>
      </div>
      <Field label={<Swatch of="credit">Credit</Swatch>}>
        <LineInput value={facts.credit} onChange={(credit) => onChange({ credit })} />
      </Field>
      <div className="field">
        <span className="field-label" aria-hidden>
          Tags
        </span>
        <TagInput label="Tags" tags={facts.tags} onChange={(tags) => onChange({ tags })} />
      </div>
      <p className="field-hint">Nothing in the text is changed. Every field can be corrected later, too.</p>
    </div>
  )
}

const bylineHint = 'Found in the page, not in the text: check it'

/** The label with the line that the same part has in the text beside it. */
function Swatch({ of, children }: { of: string; children: ReactNode }) {
  return (
    <span className="swatch-label">
      {children}
      <span className={`found found-${of}`} aria-hidden />
    </span>
  )
}

/** Longest line of the facts (src/model/article.ts). */
const maxLength = 2000

type PublishedProps = {
  published: string | null
  yearIsAssumed: boolean
  onChange: (published: string | null) => void
}

/** The date once more in words, because 01/12 is two days of the year. */
function Published({ published, yearIsAssumed, onChange }: PublishedProps) {
  const inWords = published === null ? 'not known' : longDate(published, null)
  const hint = yearIsAssumed ? `${inWords}; year not in the text: taken from the file’s date` : inWords
  return (
    <Field label={<Swatch of="date">Published</Swatch>} hint={hint}>
      <input
        type="date"
        className="input"
        value={published ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </Field>
  )
}

/** A headline there must be; while the field is empty, the last one stands. It wraps, so that all of it can be read. */
function TitleInput({ title, onChange }: { title: string; onChange: (title: string) => void }) {
  const [text, setText] = useState(title)
  return (
    <textarea
      required
      data-first
      rows={1}
      dir="auto"
      spellCheck={false}
      maxLength={maxLength}
      className="input title-input"
      value={text}
      onChange={(event) => {
        const typed = event.target.value.replaceAll('\n', ' ')
        const isBlank = typed.trim() === ''
        setText(typed)
        event.target.setCustomValidity(isBlank ? 'A story needs a headline.' : '')
        if (!isBlank) onChange(typed.trim())
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.currentTarget.form?.requestSubmit()
      }}
    />
  )
}

type LineProps = { value: string | null; onChange: (value: string | null) => void }

function LineInput({ value, onChange }: LineProps) {
  const [text, setText] = useState(value ?? '')
  return (
    <TextInput
      maxLength={maxLength}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        onChange(event.target.value.trim() || null)
      }}
    />
  )
}

/** The languages with most readers of news, by their codes; the one of the story is there in any case. */
const languages =
  'ar bg bn cs da de el en es et fa fi fr gu he hi hr hu hy id it ja ka ko lt lv ml mr ms nl no pa pl ps pt ro ru sk sl sq sr sv sw ta te th tr uk ur vi zh'.split(
    ' ',
  )

type LanguageProps = { language: string | null; onChange: (language: string | null) => void }

function LanguageSelect({ language, onChange }: LanguageProps) {
  const codes = language === null || languages.includes(language) ? languages : [language, ...languages]
  const options = codes
    .map((code) => ({ code, name: languageName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name))
  return (
    <select
      className="input"
      value={language ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">not known</option>
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  )
}
