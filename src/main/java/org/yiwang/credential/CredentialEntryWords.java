package org.yiwang.credential;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yiwang.journal.Entry;
import org.yiwang.journal.EntryWords;
import org.yiwang.pack.Text;

/** What entries of credentials tell (证照记录的说法). */
@Component
class CredentialEntryWords implements EntryWords {
  @Override
  public Optional<Text> words(Entry entry) {
    return Optional.ofNullable(
        switch (entry.kind()) {
          case "credential.issued" -> Text.of("签发了证照", "The credential was issued");
          case "credential.presented" -> Text.of("持有人同意出示", "Its holder agreed to show it");
          case "credential.asked" ->
              Text.of("向外地卡包调取证照", "A wallet of another region was asked for a credential");
          case "credential.used" -> Text.of("对方使用了出示", "The recipient used what was shown");
          case "credential.withdrawn" -> Text.of("持有人撤回了出示", "Its holder took a showing back");
          case "credential.revoked" -> Text.of("注销了证照", "The credential was revoked");
          case "credential.taken" -> Text.of("收用了外地证照", "A credential from elsewhere was used");
          case "credential.key-made" -> Text.of("启用了新的签发密钥", "A new key for signing was made");
          default -> null;
        });
  }
}
