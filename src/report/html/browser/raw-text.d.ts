// `import text from "./file.css?raw"` gives the file as text: Vite does it in the tests, a plugin of esbuild in the build.
declare module "*?raw" {
  const text: string;
  export default text;
}
