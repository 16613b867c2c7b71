/** What a mail with a code says, in each language that the widget speaks. */
import type { Locale } from '../../shared/words/locales.ts';

interface Holes {
  readonly code: string;
  readonly shop: string;
  /** How long the code is good for. */
  readonly minutes: number;
}

type Words = (holes: Holes) => { readonly subject: string; readonly text: string };

export const mailWords: Readonly<Record<Locale, Words>> = {
  en: ({ code, shop, minutes }) => ({
    subject: `${code} is your code from ${shop}`,
    text: mail(
      `Your code from ${shop}: ${code}`,
      `It is good for ${minutes} minutes. If you did not ask for it, ignore this mail.`,
    ),
  }),
  vi: ({ code, shop, minutes }) => ({
    subject: `${code} là mã xác nhận của ${shop}`,
    text: mail(
      `Mã xác nhận của bạn tại ${shop}: ${code}`,
      `Mã có hiệu lực ${minutes} phút. Nếu bạn không yêu cầu, hãy bỏ qua thư này.`,
    ),
  }),
  'zh-Hans': ({ code, shop, minutes }) => ({
    subject: `${code} 是你在 ${shop} 的验证码`,
    text: mail(
      `你在 ${shop} 的验证码：${code}`,
      `验证码在 ${minutes} 分钟内有效。如果不是你本人操作，请忽略此邮件。`,
    ),
  }),
  ja: ({ code, shop, minutes }) => ({
    subject: `${shop} の確認コード：${code}`,
    text: mail(
      `${shop} の確認コードは ${code} です。`,
      `有効期限は ${minutes} 分です。お心当たりがない場合は、このメールを無視してください。`,
    ),
  }),
  ko: ({ code, shop, minutes }) => ({
    subject: `${shop} 인증번호: ${code}`,
    text: mail(
      `${shop} 인증번호: ${code}`,
      `${minutes}분 동안 쓸 수 있어요. 요청하지 않으셨다면 이 메일을 무시해 주세요.`,
    ),
  }),
  th: ({ code, shop, minutes }) => ({
    subject: `${code} คือรหัสยืนยันของคุณจาก ${shop}`,
    text: mail(
      `รหัสยืนยันของคุณจาก ${shop}: ${code}`,
      `รหัสนี้ใช้ได้ ${minutes} นาที หากคุณไม่ได้ขอรหัสนี้ ไม่ต้องทำอะไรกับอีเมลฉบับนี้`,
    ),
  }),
  id: ({ code, shop, minutes }) => ({
    subject: `${code} adalah kodemu dari ${shop}`,
    text: mail(
      `Kodemu dari ${shop}: ${code}`,
      `Kode ini berlaku ${minutes} menit. Kalau bukan kamu yang memintanya, abaikan saja email ini.`,
    ),
  }),
  es: ({ code, shop, minutes }) => ({
    subject: `${code} es tu código de ${shop}`,
    text: mail(
      `Tu código de ${shop}: ${code}`,
      `Es válido durante ${minutes} minutos. Si no lo pediste, ignora este correo.`,
    ),
  }),
  fr: ({ code, shop, minutes }) => ({
    subject: `${code} est votre code de ${shop}`,
    text: mail(
      `Votre code de ${shop} : ${code}`,
      `Il est valable ${minutes} minutes. Si vous ne l’avez pas demandé, ignorez cet e-mail.`,
    ),
  }),
  de: ({ code, shop, minutes }) => ({
    subject: `${code} ist dein Code von ${shop}`,
    text: mail(
      `Dein Code von ${shop}: ${code}`,
      `Er gilt ${minutes} Minuten. Wenn du ihn nicht angefordert hast, ignoriere diese E-Mail einfach.`,
    ),
  }),
  ar: ({ code, shop, minutes }) => ({
    subject: `${code} هو رمزك من ${shop}`,
    text: mail(
      `رمزك من ${shop}: ${code}`,
      `الرمز صالح لمدة ${minutes} دقيقة. إن لم يكن الطلب منك فيمكنك تجاهل هذه الرسالة.`,
    ),
  }),
  he: ({ code, shop, minutes }) => ({
    subject: `${code} הוא הקוד שלכם מ־${shop}`,
    text: mail(
      `הקוד שלכם מ־${shop}: ${code}`,
      `הקוד תקף למשך ${minutes} דקות. אם לא ביקשתם אותו, אפשר להתעלם מההודעה.`,
    ),
  }),
};

function mail(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}
