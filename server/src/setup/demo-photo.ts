import sharp from "sharp";

const plain = (text: string): string => text.replace(/[<>&]/g, " ");

/** A plain picture with a caption, in place of a photo nobody took. */
export const demoPhoto = (caption: string, width = 960): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720"><rect width="960" height="720" fill="#dfe7dc"/><circle cx="480" cy="300" r="150" fill="#b9cbb2"/><rect x="300" y="430" width="360" height="90" rx="12" fill="#8fa886"/><text x="480" y="640" font-size="44" text-anchor="middle" fill="#3c4a38" font-family="Noto Sans CJK SC, sans-serif">${plain(caption)}</text></svg>`,
    ),
  )
    .resize(width)
    .jpeg({ quality: 80 })
    .toBuffer();
