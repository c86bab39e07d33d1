namespace Mesh.Sdk.Attachment.Work;

/// <summary>Which token is used, and which Secrets attaching keeps for tokens.</summary>
/// <param name="Secret">The Secret with the token; <see langword="null"/> for a token that is asked for.</param>
/// <param name="During">Secrets of ours while hosts change from one token to the other.</param>
/// <param name="After">Secrets of ours once they have.</param>
/// <param name="Foreign">The Secret of others that was in use before; <see langword="null"/> if there was none.</param>
internal sealed record TokenPlan(string? Secret, IReadOnlyList<string> During, IReadOnlyList<string> After, string? Foreign = null)
{
    /// <summary>Decides from what is there. What hosts may hold goes only after they have got another.</summary>
    /// <param name="token">What was asked for.</param>
    /// <param name="found">The Secrets of the service account, that in use first; several of ours where a rotation was cut.</param>
    /// <param name="names">Names new ones.</param>
    /// <param name="isRotation">Whether a token that still lives is replaced.</param>
    public static TokenPlan Of(AttachToken token, IReadOnlyList<(string Name, bool IsOurs)> found, TokenSecrets names, bool isRotation)
    {
        string[] ours = [.. found.Where(s => s.IsOurs).Select(s => s.Name)];
        if (token.Lifetime is not null || token.Secret is not null)
        {
            return new(token.Secret, ours, []);
        }

        if (found.Count == 0)
        {
            return new(names.DefaultName, [names.DefaultName], [names.DefaultName]);
        }

        if (!isRotation)
        {
            return new(found[0].Name, ours, [.. ours.Take(1)]);
        }

        string next = names.NameAfter(found.Select(s => s.Name));
        return new(next, [.. ours, next], [next], found[0].IsOurs ? null : found[0].Name);
    }
}
