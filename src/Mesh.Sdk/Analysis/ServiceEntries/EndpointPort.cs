namespace Mesh.Sdk.Analysis.ServiceEntries;

/// <summary>A port of an endpoint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number.</param>
/// <param name="EntryPorts">The names of the ports of its entry; <see langword="null"/> if it stands alone.</param>
internal readonly record struct EndpointPort(string Name, long Number, IReadOnlySet<string>? EntryPorts);
