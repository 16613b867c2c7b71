/** What is known of a shopper: by answers of theirs, or by the shop. */
export type AttributeValue = string | number | boolean;
