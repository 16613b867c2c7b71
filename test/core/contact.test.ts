/** One spelling for each contact: the same person is seen in all of theirs. */
import { expect, it } from 'vitest';
import { normalEmail, normalPhone } from '../../server/core/contact.ts';

it.each<[string, string, string | null]>([
  ['as it is', 'anna@shop.example', 'anna@shop.example'],
  ['capitals and spaces around', '  Anna@Shop.EXAMPLE ', 'anna@shop.example'],
  ['a tag', 'anna+spring@shop.example', 'anna@shop.example'],
  ['two tags', 'anna+a+b@shop.example', 'anna@shop.example'],
  ['dots where they mean something', 'an.na@shop.example', 'an.na@shop.example'],
  ['dots at Gmail', 'a.n.n.a@gmail.com', 'anna@gmail.com'],
  ['dots, tag and capitals at Gmail', 'An.Na+x@GMAIL.com', 'anna@gmail.com'],
  ["Gmail's other name", 'anna@googlemail.com', 'anna@gmail.com'],
  ['wide letters', 'ａｎｎａ@shop.example', 'anna@shop.example'],
  ['a dot behind the domain', 'anna@shop.example.', 'anna@shop.example'],
  ['a domain of letters with marks', 'anna@หญิง.example', 'anna@หญิง.example'],
  ['a name in quotes', '"a@b"@shop.example', null],
  ['two ats', 'a@b@shop.example', null],
  ['one address in front of another', 'x,anna@shop.example', null],
  ['one address behind another', 'anna@shop.example,b.example', null],
  ['a name in front of the address', 'x<anna@shop.example', null],
  ['a remark behind the address', 'anna@shop.example(x)', null],
  ['a wide comma', 'x，anna@shop.example', null],
  ['a mark that hides a bracket', 'x<anna@shop.example>\u0338.example', null],
  ['a dot that is none', 'anna@shop。co.example', null],
  ['nothing but a tag', '+x@shop.example', null],
  ['no at', 'anna.shop.example', null],
  ['no name', '@shop.example', null],
  ['no domain', 'anna@', null],
  ['a domain without a dot', 'anna@localhost', null],
  ['a space inside', 'an na@shop.example', null],
  ['a turn of the text', 'anna@shop.example\u202E', null],
  ['a turn of the text in a tag', 'anna+\u202E@shop.example', null],
  ['a space of no width', 'an\u200Bna@shop.example', null],
  ['a control character', 'an\u007Fna@shop.example', null],
  ['half a letter', 'anna\uD800@shop.example', null],
  ['half a letter in the domain', 'anna@shop\uDC00.example', null],
  ['a letter of two halves', 'anna😀@shop.example', 'anna😀@shop.example'],
])('an e-mail address: %s', (_what, written, normal) => {
  expect(normalEmail(written)).toBe(normal);
});

it.each<[string, string, string | null, string | null]>([
  ['at home', '0901 234 567', '84', '84901234567'],
  ['with the code', '+84 901 234 567', '84', '84901234567'],
  ['with zeros for the plus', '0084901234567', '84', '84901234567'],
  ['with the code and no plus', '84901234567', '84', '84901234567'],
  ['with the code and the zero of home', '+84 0901-234-567', '84', '84901234567'],
  ['with the zero in brackets', '+84 (0)901 234 567', '84', '84901234567'],
  ['without the zero', '901234567', '84', '84901234567'],
  ['of another country', '+49 30 123456', '84', '4930123456'],
  ['wide digits', '０９０１２３４５６７', '84', '84901234567'],
  ['starting like the code, but of home', '8490123', '84', '848490123'],
  ['on a site of no country', '0901 234 567', null, '0901234567'],
  ['abroad, on a site of no country', '+84 901 234 567', null, '84901234567'],
  ['wide spaces', '0901\u00A0234\u3000567', '84', '84901234567'],
  ['a line break', '0901\n234567', '84', null],
  ['a tab', '0901\t234567', '84', null],
  ['a line break behind', '0901234567\r\n', '84', '84901234567'],
  ['a line of another kind', '0901\u2028234567', '84', null],
  ['a turn of the text', '0901\u202E234567', '84', null],
  ['a space of no width', '0901\u200B234567', '84', null],
  ['too short', '12345', '84', null],
  ['letters', '0901 CALL ME', '84', null],
  ['too long', '1'.repeat(21), '84', null],
])('a telephone number %s', (_what, written, code, normal) => {
  expect(normalPhone(written, code)).toBe(normal);
});
