namespace Mesh.Sdk.Kafka.Settings;

/// <summary>The value of a setting: a text, or a secret that is kept elsewhere with the text around it.</summary>
public sealed record SettingValue
{
    private SettingValue(string before, SecretReference? secret, string after) => (Before, Secret, After) = (before, secret, after);

    /// <summary>Gets the whole text, or what stands before the secret.</summary>
    public string Before { get; }

    /// <summary>Gets where the secret is; <see langword="null"/> if the value is a text.</summary>
    public SecretReference? Secret { get; }

    /// <summary>Gets what stands behind the secret; empty for a text.</summary>
    public string After { get; }

    /// <summary>Gets the text; <see langword="null"/> if there is a secret in the value.</summary>
    public string? Text => Secret is null ? Before : null;

    /// <summary>Makes the value of a text.</summary>
    public static SettingValue Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, null, "");
    }

    /// <summary>Makes the value of a secret.</summary>
    public static SettingValue Of(SecretReference secret) => Around(secret, "", "");

    /// <summary>Makes the value of a secret with text around it, such as a login module's options.</summary>
    public static SettingValue Around(SecretReference secret, string before, string after)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new(before, secret, after);
    }

    /// <summary>Returns the text with the secret written by a function.</summary>
    internal string Write(Func<SecretReference, string> write) => Secret is null ? Before : Before + write(Secret) + After;
}
