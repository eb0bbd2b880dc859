export default {
  // A block without a language is output or a command: no color is guessed for it.
  configureHljs: hljs => hljs.configure({ languages: [] }),
}
