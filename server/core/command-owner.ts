/** Who may have a command's answer again. */
import type { Command } from './command.ts';

/** Who owns a command: only they may have its answer again. */
export function ownerOf(command: Command): string {
  switch (command.kind) {
    case 'play':
    case 'claim':
    case 'leave_contact':
    case 'confirm_contact':
    case 'buy_reward':
    case 'answer_survey':
    case 'set_player':
    case 'give_address':
    case 'erase_address':
    case 'erase_data':
    case 'check_in':
    case 'make_up':
    case 'buy_freeze':
    case 'answer_quiz':
      return command.shopperId;
    case 'pause':
    case 'set_profile':
    case 'open_referral':
    case 'attach_referral':
      return command.externalId === null ? command.shopperId : 'backend';
    // The shop's back end has the customer's answers again; erasing the customer finds them by it.
    case 'set_attributes':
      return command.customer.shopperId;
    case 'identify':
      return command.anonymousId ?? command.customer.shopperId;
    case 'tidy':
    case 'finish_quizzes':
    case 'expire_voucher':
    case 'review_tier':
    case 'turn_campaign':
    case 'close_board':
    case 'pay_rank':
    case 'forget_scores':
      return 'system';
    default:
      return 'backend';
  }
}
