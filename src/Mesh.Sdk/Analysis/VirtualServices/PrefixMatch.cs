using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>A match of a prefix of the path, in the form in which Istio compares such matches.</summary>
internal sealed record PrefixMatch(int Route, int Match, string Prefix)
{
    /// <summary>Gets what must be equal for one match to cover another: the port, and which headers and parameters are matched.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the conditions in a fixed order, as <c>exact:</c> or <c>prefix:</c> and text; empty for an expression.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Returns <see langword="null"/> unless a prefix is matched that is not empty.</summary>
    public static PrefixMatch? Of(int route, int match, HttpMatchRequest request)
    {
        if (request.Uri?.Prefix is not { Length: > 0 } prefix)
        {
            return null;
        }

        string method = Condition(request.Method);
        EquatableMap<StringMatch>[] maps = [request.Headers, request.QueryParams, request.WithoutHeaders];
        return new(route, match, prefix)
        {
            Kind = $"{request.Port ?? 0}\n{string.Join("\n\n", maps.Select(m => string.Join('\n', m.Keys)))}",
            Conditions =
            [
                method.Length == 0 ? "exact:GET" : method,
                Condition(request.Authority),
                .. maps.SelectMany(m => m.Values).Select(Condition),
            ],
        };
    }

    /// <summary>Returns whether Istio takes this match, of a shorter prefix, to cover another one of the same kind.</summary>
    public bool Covers(PrefixMatch other)
    {
        for (int i = 0; i < Conditions.Count; i++)
        {
            if (!Conditions[i].StartsWith(other.Conditions[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string Condition(StringMatch? match) => match switch
    {
        { Exact.Length: > 0 } => $"exact:{match.Exact}",
        { Prefix.Length: > 0 } => $"prefix:{match.Prefix}",
        _ => "",
    };
}
