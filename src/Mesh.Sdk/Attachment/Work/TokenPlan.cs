namespace Mesh.Sdk.Attachment.Work;

/// <summary>Which token is used, and which Secrets attaching keeps for tokens.</summary>
/// <param name="Secret">The Secret with the token; <see langword="null"/> for a token that is asked for.</param>
/// <param name="During">Secrets of ours while hosts change from one token to the other.</param>
/// <param name="After">Secrets of ours once they have.</param>
/// <param name="Foreign">The Secret of others that was in use before; <see langword="null"/> if there was none.</param>
internal sealed record TokenPlan(string? Secret, IReadOnlyList<string> During, IReadOnlyList<string> After, string? Foreign = null)
{
    /// <summary>Decides from what is there.</summary>
    public static TokenPlan Of(AttachToken token, (string Name, bool IsOurs)? found, TokenSecrets names, bool isRotation)
    {
        string[] ours = found is { IsOurs: true } own ? [own.Name] : [];
        if (token.Lifetime is not null || token.Secret is not null)
        {
            return new(token.Secret, ours, []);
        }

        if (found is not { } current)
        {
            return new(names.DefaultName, [names.DefaultName], [names.DefaultName]);
        }

        if (!isRotation)
        {
            return new(current.Name, ours, ours);
        }

        string next = names.NameAfter(current.Name);
        return new(next, [.. ours, next], [next], current.IsOurs ? null : current.Name);
    }
}
