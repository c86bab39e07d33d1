namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Istio's validation of localities in a row. Like istiod, it stops at the first that is wrong.</summary>
internal static class LocalityListChecks
{
    // After a '*' alone everything overlaps, be it well-formed or not.
    private static readonly Rule<ListedLocality>[] LocalityRules = [new WildcardIsLast(), new LocalityIsNotCovered(), new LocalityHasNoEmptyPart()];

    public static IEnumerable<IRule> Rules => LocalityRules;

    public static void Check(IEnumerable<(string Locality, Place Place)> localities)
    {
        LocalityTable before = new();
        foreach ((string locality, Place place) in localities)
        {
            if (place.FindsFirst(new ListedLocality(locality, before), LocalityRules))
            {
                return;
            }

            before.Add(locality);
        }
    }
}
