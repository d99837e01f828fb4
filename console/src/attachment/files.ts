/** What may be chosen; the node looks at the content itself. */
export const accepted = '.jpg,.jpeg,.png,.pdf,.docx,.xlsx,.mp3,.wav,.amr';

/** `812 KB`, `1.3 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Why a file need not be sent at all; empty when it may be. */
export function fault(file: File, maxSize: number): string {
  if (file.size === 0) return `“${file.name}”是空文件`;
  if (file.size > maxSize) return `“${file.name}”超过 ${sizeText(maxSize)}，请压缩后再上传`;
  const ending = file.name.slice(file.name.lastIndexOf('.')).toLowerCase();
  return accepted.split(',').includes(ending)
    ? ''
    : `“${file.name}”不能上传；可以上传 JPG、PNG 图片，PDF、DOCX、XLSX 文档，MP3、WAV、AMR 录音`;
}
