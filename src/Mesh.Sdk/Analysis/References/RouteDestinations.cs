using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.References;

/// <summary>Where a VirtualService sends requests and connections.</summary>
internal static class RouteDestinations
{
    /// <summary>Gets every destination and mirror with its place.</summary>
    public static IEnumerable<(Destination Destination, Place Place)> Of(VirtualServiceSpec? spec, Place place) =>
        spec is null ? [] : Routes(spec, place.Field("spec")).Concat(Mirrors(spec, place.Field("spec")));

    /// <summary>Gets the destinations of HTTP routes, mirrors left out.</summary>
    public static IEnumerable<(Destination Destination, Place Place)> OfHttp(VirtualServiceSpec? spec, Place place)
    {
        for (int i = 0; i < spec?.Http.Count; i++)
        {
            for (int j = 0; j < spec.Http[i]?.Route.Count; j++)
            {
                if (spec.Http[i].Route[j]?.Destination is { } destination)
                {
                    yield return (destination, place.Field("spec").Field("http").Item(i).Field("route").Item(j).Field("destination"));
                }
            }
        }
    }

    private static IEnumerable<(Destination Destination, Place Place)> Routes(VirtualServiceSpec spec, Place place)
    {
        for (int i = 0; i < spec.Tcp.Count; i++)
        {
            for (int j = 0; j < spec.Tcp[i]?.Route.Count; j++)
            {
                if (spec.Tcp[i].Route[j]?.Destination is { } destination)
                {
                    yield return (destination, place.Field("tcp").Item(i).Field("route").Item(j).Field("destination"));
                }
            }
        }

        for (int i = 0; i < spec.Tls.Count; i++)
        {
            for (int j = 0; j < spec.Tls[i]?.Route.Count; j++)
            {
                if (spec.Tls[i].Route[j]?.Destination is { } destination)
                {
                    yield return (destination, place.Field("tls").Item(i).Field("route").Item(j).Field("destination"));
                }
            }
        }

        for (int i = 0; i < spec.Http.Count; i++)
        {
            for (int j = 0; j < spec.Http[i]?.Route.Count; j++)
            {
                if (spec.Http[i].Route[j]?.Destination is { } destination)
                {
                    yield return (destination, place.Field("http").Item(i).Field("route").Item(j).Field("destination"));
                }
            }
        }
    }

    private static IEnumerable<(Destination Destination, Place Place)> Mirrors(VirtualServiceSpec spec, Place place)
    {
        for (int i = 0; i < spec.Http.Count; i++)
        {
            if (spec.Http[i]?.Mirror is { } mirror)
            {
                yield return (mirror, place.Field("http").Item(i).Field("mirror"));
            }

            for (int j = 0; j < spec.Http[i]?.Mirrors.Count; j++)
            {
                if (spec.Http[i].Mirrors[j]?.Destination is { } destination)
                {
                    yield return (destination, place.Field("http").Item(i).Field("mirrors").Item(j).Field("destination"));
                }
            }
        }
    }
}
