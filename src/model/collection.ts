import { z } from 'zod'
import { IsoTime } from './article.ts'

/** Why a line, row or entry of a collection is no item of it. */
export const SkipReason = z.enum([
  'nothing', // neither an address nor a text
  'repeated', // it stands in the file once more
  'not-saved', // the service lists it, but nobody saved it: an item of a feed, a bookmarklet, a search folder
  'unsupported', // of a kind that Lectern does not read
  'damaged', // it can't be understood
  'over-limit', // it stands behind the last one that is read
  'removed', // its article lies in the trash
])
export type SkipReason = z.infer<typeof SkipReason>

/** `where` tells a person what is meant: a line's number, an entry's name, a title. */
export const Skipped = z.object({ where: z.string(), reason: SkipReason })
export type Skipped = z.infer<typeof Skipped>

/**
 * What taking in an item would do: add an article; bring more into one that is there (notes, tags, a text where there was
 * only a link); nothing, because all of it is there.
 */
export const ItemEffect = z.enum(['new', 'more', 'same'])
export type ItemEffect = z.infer<typeof ItemEffect>

/** One item of a collection, as the dry run shows it. `index` counts from 0. */
export const CollectionItem = z.object({
  index: z.int().nonnegative(),
  title: z.string(),
  url: z.string().nullable(),
  /** Highlights and notes that come along. */
  notes: z.int().nonnegative(),
  /** False where there is an address and no text. */
  hasText: z.boolean(),
  effect: ItemEffect,
})
export type CollectionItem = z.infer<typeof CollectionItem>

/** A dry run: what a collection is, and what would come in. */
export const CollectionPlan = z.object({
  /** The importer's id, and what it is called among people: `Pocket`. */
  importer: z.string(),
  label: z.string(),
  items: z.int().nonnegative(),
  effects: z.record(ItemEffect, z.int().nonnegative()),
  notes: z.int().nonnegative(),
  /** How many items are an address without a text. */
  withoutText: z.int().nonnegative(),
  /** The first 500. */
  skipped: z.array(Skipped),
  /** Names of fields that Lectern has no place for; each item's are kept in its source. */
  unplaced: z.array(z.string()),
})
export type CollectionPlan = z.infer<typeof CollectionPlan>

/** How a collection is taken in. */
export const IntakeOptions = z.object({
  /** Whether the pages of items without a text are loaded from their addresses. */
  loadsPages: z.boolean(),
  keepsPictures: z.boolean(),
})
export type IntakeOptions = z.infer<typeof IntakeOptions>

/** How far a collection has been taken in. */
export const IntakeProgress = z.object({
  id: z.string(),
  /** The name of the file it is in. */
  name: z.string(),
  label: z.string(),
  /** `waiting`: it was ended with the app, and can be gone on with. */
  state: z.enum(['running', 'waiting', 'ended', 'cancelled']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  added: z.int().nonnegative(),
  /** Articles that were there and have got more. */
  extended: z.int().nonnegative(),
  same: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  startedAt: IsoTime,
})
export type IntakeProgress = z.infer<typeof IntakeProgress>
