using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Attachment.Work;

/// <summary>What a token says of itself. Source: RFC 7519.</summary>
internal static class BearerToken
{
    /// <summary>Returns when a token ends; <see langword="null"/> if never, or if it is no JWT.</summary>
    public static DateTimeOffset? EndOf(SecretText token)
    {
        string[] parts = token.Reveal().Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]))
        {
            return null;
        }

        UntypedValue? claims = AnswerTree.TryParse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])));
        return double.TryParse(claims?.Find(["exp"])?.Number, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
            : null;
    }
}
