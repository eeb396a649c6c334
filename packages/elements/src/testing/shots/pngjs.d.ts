declare module 'pngjs' {
  /** RGBA, eight bits each. */
  export class PNG {
    constructor(size: { readonly width: number; readonly height: number })
    readonly width: number
    readonly height: number
    readonly data: Buffer
    static readonly sync: { read(file: Buffer): PNG; write(png: PNG): Buffer }
  }
}
