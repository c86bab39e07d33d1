using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.VirtualServices;

/// <summary>Puts changes of headers before rules.</summary>
internal static class HeaderChecks
{
    private static readonly Rule<Headers>[] HeaderRules = [new ChangedHeaderMayBeChanged(), new HeaderValueIsFormat()];

    public static IEnumerable<IRule> Rules => HeaderRules;

    public static void Check(Headers? headers, Place place)
    {
        if (headers is not null)
        {
            place.Finds(headers, HeaderRules);
        }
    }
}
