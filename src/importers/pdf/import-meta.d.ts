// Of Vite, whose own types bring the browser's along; `main` has those: https://vite.dev/guide/features#glob-import
interface ImportMeta {
  glob<T>(pattern: string, options: { query: string; import: string; eager: true }): Record<string, T>
}
