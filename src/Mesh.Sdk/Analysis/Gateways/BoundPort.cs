using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Analysis.Gateways;

/// <summary>The port of a server and what the server is bound to.</summary>
internal readonly record struct BoundPort(Port Port, string Bind);
