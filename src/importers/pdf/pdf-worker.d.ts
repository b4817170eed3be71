// The package has no types for it. Loading it sets `globalThis.pdfjsWorker`, which pdf.js looks for before anything else.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {}
