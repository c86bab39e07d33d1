namespace Mesh.Sdk.Kafka.Settings;

/// <summary>The value of a setting: a text, or where a secret is kept. Exactly one of both is set.</summary>
public sealed record SettingValue
{
    private SettingValue()
    {
    }

    /// <summary>Gets the text; <see langword="null"/> for a secret.</summary>
    public string? Text { get; private init; }

    /// <summary>Gets where the secret is; <see langword="null"/> for a text.</summary>
    public SecretReference? Secret { get; private init; }

    /// <summary>Makes the value of a text.</summary>
    public static SettingValue Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new() { Text = text };
    }

    /// <summary>Makes the value of a secret.</summary>
    public static SettingValue Of(SecretReference secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return new() { Secret = secret };
    }
}
