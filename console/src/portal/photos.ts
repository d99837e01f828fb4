const longest = 2560;
const bigEnough = 1_500_000;

/** Made smaller on the phone, so that it is sent in seconds; what cannot be read is sent as it is. */
export async function smaller(photo: File): Promise<File> {
  if (photo.size < bigEnough && /^image\/(jpeg|png)$/.test(photo.type)) return photo;
  try {
    const picture = await createImageBitmap(photo);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/jpeg', 0.85);
    });
    return blob ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : photo;
  } catch {
    return photo;
  }
}
